package dev.berth.aws.fargate;

import dev.berth.aws.fargate.TaskEnd.ContainerEnd;
import software.amazon.awssdk.services.ecs.model.Task;

/// Reads the end of a task from what ECS answers about it.
final class TaskEnds {
    private TaskEnds() {}

    static TaskEnd of(Task task) {
        return new TaskEnd(
                task.stopCodeAsString(),
                task.stoppedReason(),
                task.containers().stream()
                        .map(container -> new ContainerEnd(container.name(), container.exitCode(), container.reason()))
                        .toList());
    }
}
