package dev.berth.function;

import dev.berth.aws.codebuild.CodeBuildSettings;
import dev.berth.aws.fargate.FargateSettings;
import java.net.URI;
import java.util.Map;

/// What a deployed function is told by its environment variables: all of them where there are no more than one function
/// may know, since none is secret and none gives a permission.
///
/// @param baseUrl where clients find Berth, without a slash at its end
/// @param sandboxUrl where sandboxes find `/sandbox/v1`; only what launches them is told, empty elsewhere
/// @param socketsEndpoint of `@connections`
public record Environment(
        String region,
        String tableName,
        String baseUrl,
        String sandboxUrl,
        String socketUrl,
        String sandboxSocketUrl,
        URI socketsEndpoint,
        String stateMachineArn,
        String eventBusName,
        String objectsBucket,
        String secretsPrefix,
        FargateSettings fargate,
        CodeBuildSettings builds) {

    /// @param launches whether the function launches sandboxes, and so has to know where they find the control plane
    /// @throws IllegalStateException that names every variable which is missing or wrong
    public static Environment read(Map<String, String> variables, boolean launches) {
        var from = new EnvironmentReader(variables);
        var region = from.text("AWS_REGION");
        var bucket = from.text("BERTH_OBJECTS_BUCKET");
        var runtimeImage = from.text("BERTH_RUNTIME_IMAGE");
        var repository = from.text("BERTH_SNAPSHOT_REPOSITORY");
        var environment = new Environment(
                region,
                from.text("BERTH_TABLE_NAME"),
                from.url("BERTH_BASE_URL", "http", "https"),
                launches ? from.url("BERTH_SANDBOX_URL", "http", "https") : "",
                from.url("BERTH_SOCKET_URL", "ws", "wss"),
                from.url("BERTH_SANDBOX_SOCKET_URL", "ws", "wss"),
                URI.create(from.url("BERTH_SOCKETS_ENDPOINT", "http", "https")),
                from.arn("BERTH_STATE_MACHINE_ARN"),
                from.text("BERTH_EVENT_BUS_NAME"),
                bucket,
                from.text("BERTH_SECRETS_PREFIX"),
                fargate(from, region, runtimeImage),
                new CodeBuildSettings(from.text("BERTH_SNAPSHOT_PROJECT"), bucket, runtimeImage, repository));
        from.requireFaultless();
        return environment;
    }

    private static FargateSettings fargate(EnvironmentReader from, String region, String runtimeImage) {
        return new FargateSettings(
                region,
                from.arn("BERTH_CLUSTER_ARN"),
                from.text("BERTH_TASK_FAMILY_PREFIX"),
                from.arn("BERTH_TASK_EXECUTION_ROLE_ARN"),
                from.text("BERTH_TASK_LOG_GROUP"),
                runtimeImage,
                from.list("BERTH_SUBNETS"),
                from.list("BERTH_SECURITY_GROUPS"),
                from.oneOf("BERTH_ASSIGN_PUBLIC_IP", "ENABLED", "DISABLED").equals("ENABLED"),
                from.oneOf("BERTH_ARCHITECTURE", "ARM64", "X86_64"),
                from.oneOf("BERTH_CAPACITY_PROVIDER", "FARGATE", "FARGATE_SPOT").equals("FARGATE_SPOT"),
                from.text("BERTH_RELEASE"));
    }
}
