package dev.berth.infra.substrate;

import dev.berth.infra.grant.ImageGrants;
import dev.berth.infra.grant.LogGrants;
import dev.berth.infra.grant.ServiceRole;
import dev.berth.infra.log.LogGroups;
import dev.berth.infra.settings.Installation;
import java.util.List;
import software.amazon.awscdk.services.ecs.CfnCluster;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/// Where sandboxes run. Their tasks have no role: whatever a sandbox may do, it may do with its own token. What ECS
/// itself needs to start one is the execution role's.
final class SandboxCluster extends Construct {
    private final CfnCluster cluster;
    private final LogGroup log;
    private final Role executionRole;

    /// @param repositoryArns that images are pulled from
    SandboxCluster(Construct scope, String id, Installation installation, List<String> repositoryArns) {
        super(scope, id);
        this.cluster = CfnCluster.Builder.create(this, "Cluster")
                .clusterName(installation.name())
                .capacityProviders(List.of("FARGATE", "FARGATE_SPOT"))
                .clusterSettings(List.of(CfnCluster.ClusterSettingsProperty.builder()
                        .name("containerInsights")
                        .value("disabled")
                        .build()))
                .build();
        this.log = LogGroups.of(this, "Log", "/%s/sandboxes".formatted(installation.name()), installation);
        this.executionRole = ServiceRole.of(
                this,
                "ExecutionRole",
                "ecs-tasks.amazonaws.com",
                List.of(
                        ImageGrants.signIn(),
                        ImageGrants.pull(repositoryArns.toArray(String[]::new)),
                        LogGrants.write(log.getLogGroupArn())));
    }

    String arn() {
        return cluster.getAttrArn();
    }

    String logGroupName() {
        return log.getLogGroupName();
    }

    String executionRoleArn() {
        return executionRole.getRoleArn();
    }
}
