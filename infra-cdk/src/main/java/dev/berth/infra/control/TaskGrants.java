package dev.berth.infra.control;

import dev.berth.infra.grant.Grant;
import dev.berth.infra.settings.Installation;
import dev.berth.infra.substrate.SubstrateStack;
import java.util.List;
import java.util.Map;

/// What may be done with sandboxes' tasks: in one cluster, from one family of definitions, no larger than the installer
/// allows, and with no role but the one that ECS itself needs.
final class TaskGrants {
    private static final int UNITS_PER_VCPU = 1024;
    private static final int MIB_PER_GIB = 1024;

    private final Installation installation;
    private final ControlPlaneStack stack;
    private final SubstrateStack substrate;

    TaskGrants(Installation installation, ControlPlaneStack stack, SubstrateStack substrate) {
        this.installation = installation;
        this.stack = stack;
        this.substrate = substrate;
    }

    List<Grant> launch() {
        return List.of(
                Grant.of(List.of("ecs:RegisterTaskDefinition"), definitions())
                        .when(
                                "NumericLessThanEquals",
                                Map.of(
                                        "ecs:task-cpu",
                                        installation.sandboxes().maxVcpu() * UNITS_PER_VCPU,
                                        "ecs:task-memory",
                                        installation.sandboxes().maxMemoryGiB() * MIB_PER_GIB)),
                Grant.withoutResource("ecs:ListTaskDefinitions"),
                Grant.of(List.of("ecs:RunTask"), definitions()).when("ArnEquals", inCluster()),
                Grant.of(List.of("ecs:TagResource"), definitions(), everyTask())
                        .when("StringEquals", Map.of("ecs:CreateAction", List.of("RegisterTaskDefinition", "RunTask"))),
                Grant.of(List.of("iam:PassRole"), substrate.executionRoleArn())
                        .when("StringEquals", Map.of("iam:PassedToService", "ecs-tasks.amazonaws.com")));
    }

    List<Grant> stop() {
        return List.of(
                Grant.of(List.of("ecs:DescribeTasks", "ecs:StopTask"), everyTask()),
                // it lists container instances, of which Fargate has none; the cluster is what can be asked for
                Grant.withoutResource("ecs:ListTasks").when("ArnEquals", inCluster()));
    }

    /// AWS knows a resource for deleting a definition, and none for looking at one or deregistering it.
    List<Grant> tidy() {
        return List.of(
                Grant.withoutResource(
                        "ecs:DeregisterTaskDefinition",
                        "ecs:DescribeTaskDefinition",
                        "ecs:ListTaskDefinitionFamilies",
                        "ecs:ListTaskDefinitions"),
                Grant.of(List.of("ecs:DeleteTaskDefinitions"), definitions()));
    }

    private Map<String, Object> inCluster() {
        return Map.of("ecs:cluster", substrate.clusterArn());
    }

    private String definitions() {
        return stack.arnOf("ecs", "task-definition", FunctionGrants.taskFamilyPrefix(installation) + "*:*");
    }

    private String everyTask() {
        return stack.arnOf("ecs", "task", installation.name() + "/*");
    }
}
