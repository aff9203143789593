package dev.berth.aws.fargate;

import java.util.List;

/// Where and how tasks run.
///
/// @param region of the log group
/// @param familyPrefix what the names of task definitions begin with
/// @param executionRoleArn ECS pulls images and writes logs with it; the task itself has no role
/// @param runtimeImage Berth's runtime of this release
/// @param architecture `ARM64` or `X86_64`
/// @param spot capacity that is cheaper and may be taken back with two minutes' warning
/// @param release Berth's version
public record FargateSettings(
        String region,
        String clusterArn,
        String familyPrefix,
        String executionRoleArn,
        String logGroup,
        String runtimeImage,
        List<String> subnets,
        List<String> securityGroups,
        boolean publicIp,
        String architecture,
        boolean spot,
        String release) {
    public FargateSettings {
        subnets = List.copyOf(subnets);
        securityGroups = List.copyOf(securityGroups);
    }
}
