package dev.berth.aws.fargate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.SortOrder;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/// The task definitions, each registered when it is first needed. Its *first* active revision counts: when two register
/// at once, both and everybody after them launch with the same one.
final class TaskDefinitions {
    private final Supplier<EcsClient> client;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    TaskDefinitions(Supplier<EcsClient> client) {
        this.client = client;
    }

    String arn(SandboxTask task) {
        return known.computeIfAbsent(task.family(), _ -> findOrRegister(task));
    }

    /// To be looked up again: somebody may have deregistered it.
    void doubt(SandboxTask task) {
        known.remove(task.family());
    }

    private String findOrRegister(SandboxTask task) {
        var standing = firstActive(task.family());
        if (!standing.isEmpty()) {
            return standing;
        }
        var registered = client.get()
                .registerTaskDefinition(task.definition())
                .taskDefinition()
                .taskDefinitionArn();
        var first = firstActive(task.family());
        return first.isEmpty() ? registered : first;
    }

    private String firstActive(String family) {
        return client
                .get()
                .listTaskDefinitions(request -> request.familyPrefix(family)
                        .status(TaskDefinitionStatus.ACTIVE)
                        .sort(SortOrder.ASC)
                        .maxResults(1))
                .taskDefinitionArns()
                .stream()
                .findFirst()
                .orElse("");
    }
}
