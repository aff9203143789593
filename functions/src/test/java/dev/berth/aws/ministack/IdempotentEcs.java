package dev.berth.aws.ministack;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ConflictException;
import software.amazon.awssdk.services.ecs.model.DescribeTasksRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTasksResponse;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsRequest;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsResponse;
import software.amazon.awssdk.services.ecs.model.ListTasksRequest;
import software.amazon.awssdk.services.ecs.model.ListTasksResponse;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.RunTaskResponse;
import software.amazon.awssdk.services.ecs.model.StopTaskRequest;
import software.amazon.awssdk.services.ecs.model.StopTaskResponse;

/// What ministack leaves out, as AWS documents it: a `RunTask` with the client token of an earlier one is answered with
/// that one's task, and refused when anything else in it is different.
final class IdempotentEcs implements EcsClient {
    private final EcsClient ecs;
    private final Map<String, RunTaskRequest> requests = new HashMap<>();
    private final Map<String, RunTaskResponse> answers = new HashMap<>();

    IdempotentEcs(EcsClient ecs) {
        this.ecs = ecs;
    }

    @Override
    public synchronized RunTaskResponse runTask(RunTaskRequest request) {
        var earlier = requests.putIfAbsent(request.clientToken(), request);
        if (earlier != null && !earlier.equals(request)) {
            throw ConflictException.builder()
                    .message("The client token was used with other parameters")
                    .build();
        }
        return answers.computeIfAbsent(request.clientToken(), _ -> ecs.runTask(request));
    }

    @Override
    public RegisterTaskDefinitionResponse registerTaskDefinition(RegisterTaskDefinitionRequest request) {
        return ecs.registerTaskDefinition(request);
    }

    @Override
    public ListTaskDefinitionsResponse listTaskDefinitions(ListTaskDefinitionsRequest request) {
        return ecs.listTaskDefinitions(request);
    }

    @Override
    public ListTasksResponse listTasks(ListTasksRequest request) {
        return ecs.listTasks(request);
    }

    @Override
    public DescribeTasksResponse describeTasks(DescribeTasksRequest request) {
        return ecs.describeTasks(request);
    }

    @Override
    public StopTaskResponse stopTask(StopTaskRequest request) {
        return ecs.stopTask(request);
    }

    @Override
    public String serviceName() {
        return ecs.serviceName();
    }

    @Override
    public void close() {
        ecs.close();
    }
}
