package dev.berth.function;

import java.util.Map;

/// The environment variables of a deployed function, of an installation that is nowhere.
public final class DeployedVariables {
    public static final Map<String, String> ALL = Map.ofEntries(
            Map.entry("AWS_REGION", "eu-central-1"),
            Map.entry("BERTH_TABLE_NAME", "berth"),
            Map.entry("BERTH_BASE_URL", "https://berth.example"),
            Map.entry("BERTH_SANDBOX_URL", "https://sandbox.example"),
            Map.entry("BERTH_SOCKET_URL", "wss://sockets.example/live"),
            Map.entry("BERTH_SANDBOX_SOCKET_URL", "wss://sockets.example/live"),
            Map.entry("BERTH_SOCKETS_ENDPOINT", "https://sockets.example/live"),
            Map.entry("BERTH_STATE_MACHINE_ARN", "arn:aws:states:eu-central-1:000000000000:stateMachine:berth"),
            Map.entry("BERTH_EVENT_BUS_NAME", "berth"),
            Map.entry("BERTH_OBJECTS_BUCKET", "berth-objects"),
            Map.entry("BERTH_SECRETS_PREFIX", "berth/"),
            Map.entry("BERTH_CLUSTER_ARN", "arn:aws:ecs:eu-central-1:000000000000:cluster/berth"),
            Map.entry("BERTH_TASK_FAMILY_PREFIX", "berth-"),
            Map.entry("BERTH_TASK_EXECUTION_ROLE_ARN", "arn:aws:iam::000000000000:role/berth-tasks"),
            Map.entry("BERTH_TASK_LOG_GROUP", "berth-sandboxes"),
            Map.entry("BERTH_RUNTIME_IMAGE", "000000000000.dkr.ecr.eu-central-1.amazonaws.com/berth-runtime:0.1.0"),
            Map.entry("BERTH_SNAPSHOT_REPOSITORY", "000000000000.dkr.ecr.eu-central-1.amazonaws.com/berth-snapshots"),
            Map.entry("BERTH_SNAPSHOT_PROJECT", "berth-snapshots"),
            Map.entry("BERTH_SUBNETS", "subnet-1"),
            Map.entry("BERTH_SECURITY_GROUPS", "sg-1"),
            Map.entry("BERTH_ASSIGN_PUBLIC_IP", "DISABLED"),
            Map.entry("BERTH_ARCHITECTURE", "X86_64"),
            Map.entry("BERTH_CAPACITY_PROVIDER", "FARGATE"),
            Map.entry("BERTH_RELEASE", "0.1.0"));

    private DeployedVariables() {}
}
