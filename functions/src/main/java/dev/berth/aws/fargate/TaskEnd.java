package dev.berth.aws.fargate;

import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import dev.berth.sandbox.Observation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a task ended, as ECS tells it: who ended it, and what a person must do when another launch would end alike.
///
/// @param stopCode `EssentialContainerExited`, `UserInitiated`, …
public record TaskEnd(@Nullable String stopCode, @Nullable String stoppedReason, List<ContainerEnd> containers) {
    /// What Berth's own `StopTask` says.
    static final String BY_BERTH = "Stopped by Berth";

    /// What an init answers when the program cannot be executed: another C library, another processor.
    private static final int CANNOT_EXECUTE_FROM = 126;

    private static final int CANNOT_EXECUTE_TO = 127;

    public TaskEnd {
        containers = List.copyOf(containers);
    }

    /// @param exitCode absent when it never ran
    public record ContainerEnd(
            String name,
            @Nullable Integer exitCode,
            @Nullable String reason) {}

    /// Somebody stopped the task in the console, or with the AWS command line.
    public boolean byHand() {
        return "UserInitiated".equals(stopCode) && !reason().startsWith(BY_BERTH);
    }

    public String detail() {
        var agent = container(SandboxContainers.AGENT);
        var exit = agent.map(ContainerEnd::exitCode).map(code -> "exit code " + code);
        var cause = agent.map(ContainerEnd::reason).orElse(reason());
        return exit.map(code -> cause.isEmpty() ? code : code + ": " + cause)
                .orElse(cause.isEmpty() ? "its task stopped" : cause);
    }

    /// Empty when another launch may well succeed, or when somebody meant it.
    public Optional<Failure> failure() {
        if (says("OutOfMemoryError")) {
            return Optional.of(failure(
                    "sandbox_out_of_memory",
                    "Raise resources.memoryMiB of the profile, publish it and start a new session.",
                    MustAct.CALLER));
        }
        if (says("CannotPullContainerError")) {
            return Optional.of(cannotPull());
        }
        if (says("ResourceInitializationError")) {
            return Optional.of(failure(
                    "task_not_initialized",
                    "See that the task execution role may pull images and write logs, and that the subnets reach ECR and CloudWatch Logs.",
                    MustAct.OPERATOR));
        }
        if (says("CannotStartContainerError") || says("CannotCreateContainerError")) {
            return Optional.of(failure(
                    "container_not_started",
                    "See whether the profile's base image has the installation's processor architecture.",
                    MustAct.CALLER));
        }
        return fromExitCodes();
    }

    public Observation.Gone gone() {
        return new Observation.Gone(detail(), failure().orElse(null));
    }

    private Failure cannotPull() {
        return says("not found") || says("manifest unknown")
                ? failure(
                        "snapshot_missing",
                        "An image was removed. Refresh the version's snapshot, then resume the session; if Berth's own runtime image is missing, deploy Berth again.",
                        MustAct.OPERATOR)
                : failure(
                        "image_not_pulled",
                        "See that the subnets reach ECR and that the task execution role may pull from it.",
                        MustAct.OPERATOR);
    }

    private Optional<Failure> fromExitCodes() {
        var runtime = container(SandboxContainers.RUNTIME).map(ContainerEnd::exitCode);
        if (runtime.filter(code -> code != 0).isPresent()) {
            return Optional.of(failure(
                    "runtime_not_copied",
                    "See the log stream of the container 'runtime'; the task may need more disk.",
                    MustAct.OPERATOR));
        }
        var cannotExecute = container(SandboxContainers.AGENT)
                .map(ContainerEnd::exitCode)
                .filter(code -> code >= CANNOT_EXECUTE_FROM && code <= CANNOT_EXECUTE_TO);
        return cannotExecute.map(_ -> failure(
                "base_image_unusable",
                "Name a base image with glibc (Debian, Ubuntu, Fedora; not Alpine), and publish a new version.",
                MustAct.CALLER));
    }

    private Failure failure(String code, String remedy, MustAct mustAct) {
        return new Failure(code, "The sandbox's task ended: " + detail(), remedy, mustAct);
    }

    private boolean says(String words) {
        return reason().contains(words)
                || containers.stream()
                        .map(ContainerEnd::reason)
                        .filter(Objects::nonNull)
                        .anyMatch(reason -> reason.contains(words));
    }

    private Optional<ContainerEnd> container(String name) {
        return containers.stream()
                .filter(container -> container.name().equals(name))
                .findFirst();
    }

    private String reason() {
        return stoppedReason == null ? "" : stoppedReason;
    }
}
