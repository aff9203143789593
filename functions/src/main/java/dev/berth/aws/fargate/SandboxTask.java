package dev.berth.aws.fargate;

import dev.berth.aws.SnapshotImage;
import dev.berth.event.Sha256;
import dev.berth.sandbox.Launch;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.EphemeralStorage;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.Volume;

/// What a sandbox's task is, but for what differs between launches: the same snapshot, resources and release make the
/// same task definition, whose name says so.
///
/// @param controlPlaneUrl where the sandbox finds `/sandbox/v1`
record SandboxTask(FargateSettings settings, SnapshotImage snapshot, FargateSize size, String controlPlaneUrl) {
    private static final int NAME_PART = 12;

    /// `berth-<digest of the snapshot>-<digest of everything>`.
    String family() {
        var digest = snapshot.digest().substring("sha256:".length(), "sha256:".length() + NAME_PART);
        return settings.familyPrefix() + digest + "-" + Sha256.hex(toString()).substring(0, NAME_PART);
    }

    /// What such a name looks like in one installation.
    static Pattern families(String familyPrefix) {
        var part = "[0-9a-f]{" + NAME_PART + "}";
        return Pattern.compile(Pattern.quote(familyPrefix) + part + "-" + part);
    }

    RegisterTaskDefinitionRequest definition() {
        var containers = new SandboxContainers(settings, snapshot, controlPlaneUrl);
        return RegisterTaskDefinitionRequest.builder()
                .family(family())
                .requiresCompatibilities(Compatibility.FARGATE)
                .networkMode(NetworkMode.AWSVPC)
                .cpu(Integer.toString(size.cpuUnits()))
                .memory(Integer.toString(size.memoryMiB()))
                .ephemeralStorage(
                        size.ephemeralGiB() == 0
                                ? null
                                : EphemeralStorage.builder()
                                        .sizeInGiB(size.ephemeralGiB())
                                        .build())
                .runtimePlatform(
                        platform -> platform.operatingSystemFamily("LINUX").cpuArchitecture(settings.architecture()))
                .executionRoleArn(settings.executionRoleArn())
                .volumes(Volume.builder().name(SandboxContainers.RUNTIME_VOLUME).build())
                // The egress gateway will be the third, which the agent's waits for.
                .containerDefinitions(List.of(containers.runtime(), containers.agent()))
                .tags(
                        Tag.builder()
                                .key(RegisteredTask.RELEASE)
                                .value(settings.release())
                                .build(),
                        Tag.builder()
                                .key(RegisteredTask.SNAPSHOT)
                                .value(snapshot.digest())
                                .build())
                .build();
    }

    static SandboxTask of(FargateSettings settings, SnapshotImage snapshot, FargateSize size, Launch launch) {
        return new SandboxTask(settings, snapshot, size, launch.controlPlaneUrl());
    }
}
