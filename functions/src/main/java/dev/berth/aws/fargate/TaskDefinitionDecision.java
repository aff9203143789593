package dev.berth.aws.fargate;

import java.time.Duration;
import java.time.Instant;

/// What becomes of a task definition. Tasks that were started from one that is deregistered run on.
sealed interface TaskDefinitionDecision {
    /// While a release is deployed, functions of both launch, and one that goes back wants the former's again.
    Duration KEPT = Duration.ofDays(1);

    /// Something can still be started from it.
    record Keep() implements TaskDefinitionDecision {}

    record Deregister(String because) implements TaskDefinitionDecision {}

    /// @param release that is deployed now
    /// @param hasImage the snapshot is in its repository, and not to be removed
    static TaskDefinitionDecision of(RegisteredTask task, String release, boolean hasImage, Instant now) {
        if (!hasImage) {
            return new Deregister("its snapshot was removed");
        }
        var isFormer = !task.release().equals(release);
        return isFormer && now.isAfter(task.registeredAt().plus(KEPT))
                ? new Deregister("it is of release " + task.release())
                : new Keep();
    }
}
