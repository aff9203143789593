package dev.berth.aws.fargate;

import dev.berth.aws.fargate.TaskEnd.ContainerEnd;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Detail of the event `ECS Task State Change`, as far as Berth reads it. It carries no tags; which sandbox it is is
/// in the overrides.
public record TaskStateChange(
        String taskArn,
        String lastStatus,
        @Nullable String stopCode,
        @Nullable String stoppedReason,
        @Nullable List<ContainerState> containers,
        @Nullable Overrides overrides) {

    public record ContainerState(
            String name,
            @Nullable Integer exitCode,
            @Nullable String reason) {}

    public record Overrides(@Nullable List<ContainerOverride> containerOverrides) {}

    public record ContainerOverride(String name, @Nullable List<Variable> environment) {}

    public record Variable(String name, @Nullable String value) {}

    public boolean hasEnded() {
        return lastStatus.equals("STOPPED");
    }

    /// Empty for a task that is not a sandbox.
    public Optional<String> sandbox() {
        if (overrides == null || overrides.containerOverrides() == null) {
            return Optional.empty();
        }
        return overrides.containerOverrides().stream()
                .map(ContainerOverride::environment)
                .filter(environment -> environment != null)
                .flatMap(List::stream)
                .filter(variable -> variable.name().equals(TaskLaunches.SANDBOX))
                .map(Variable::value)
                .findFirst();
    }

    public TaskEnd end() {
        var ends = containers == null
                ? List.<ContainerEnd>of()
                : containers.stream()
                        .map(container -> new ContainerEnd(container.name(), container.exitCode(), container.reason()))
                        .toList();
        return new TaskEnd(stopCode, stoppedReason, ends);
    }
}
