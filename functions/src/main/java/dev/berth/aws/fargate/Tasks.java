package dev.berth.aws.fargate;

import dev.berth.sandbox.SandboxRef;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.ListTasksRequest;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskField;

/// The cluster's tasks, found by what they are tagged with.
final class Tasks {
    /// That ECS remembers after their end, for an hour about, among them.
    private static final List<DesiredStatus> ANY = List.of(DesiredStatus.RUNNING, DesiredStatus.STOPPED);

    private static final int MOST_DESCRIBED = 100;
    private static final String STOPPED = "STOPPED";

    private final Supplier<EcsClient> client;
    private final String clusterArn;

    Tasks(Supplier<EcsClient> client, String clusterArn) {
        this.client = client;
        this.clusterArn = clusterArn;
    }

    List<Task> of(SandboxRef sandbox) {
        var startedBy = SandboxTags.startedBy(sandbox);
        var arns = ANY.stream()
                .flatMap(status -> arns(ListTasksRequest.builder()
                        .cluster(clusterArn)
                        .startedBy(startedBy)
                        .desiredStatus(status)
                        .build()))
                .distinct()
                .toList();
        return described(arns)
                .filter(task ->
                        SandboxTags.sandbox(task).filter(sandbox::equals).isPresent())
                .toList();
    }

    /// Every sandbox whose task has not ended, or is ending.
    List<SandboxRef> standing() {
        var arns = ANY.stream()
                .flatMap(status -> arns(ListTasksRequest.builder()
                        .cluster(clusterArn)
                        .desiredStatus(status)
                        .build()))
                .distinct()
                .toList();
        return described(arns)
                .filter(Tasks::stands)
                .flatMap(task -> SandboxTags.sandbox(task).stream())
                .distinct()
                .toList();
    }

    void stop(Task task, String reason) {
        client.get()
                .stopTask(request ->
                        request.cluster(clusterArn).task(task.taskArn()).reason(reason));
    }

    static boolean stands(Task task) {
        return !STOPPED.equals(task.lastStatus());
    }

    private Stream<String> arns(ListTasksRequest request) {
        return client.get().listTasksPaginator(request).taskArns().stream();
    }

    private Stream<Task> described(List<String> arns) {
        return IntStream.range(0, Math.ceilDiv(arns.size(), MOST_DESCRIBED))
                .mapToObj(
                        page -> arns.subList(page * MOST_DESCRIBED, Math.min(arns.size(), (page + 1) * MOST_DESCRIBED)))
                .flatMap(page -> client
                        .get()
                        .describeTasks(request ->
                                request.cluster(clusterArn).tasks(page).include(TaskField.TAGS))
                        .tasks()
                        .stream());
    }
}
