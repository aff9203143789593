package dev.berth.local.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import dev.berth.supervisor.build.BuildFailed;
import java.util.Optional;

/// Why a build ended that could not say so itself.
final class BuildDeath {
    /// What an init answers when the program cannot be executed: another C library, another processor.
    private static final long CANNOT_EXECUTE_FROM = 126;

    private static final long CANNOT_EXECUTE_TO = 127;

    private BuildDeath() {}

    static BuildFailed of(Optional<InspectContainerResponse> container, String baseImage, String lastWords) {
        if (container.isEmpty()) {
            return BuildFailed.byOperator(
                    "build_lost", "Somebody removed the container of the build.", "Refresh the snapshot.");
        }
        if (ExitDetail.outOfMemory(container.get())) {
            return BuildFailed.byCaller(
                    "build_out_of_memory",
                    "The build used up the profile's memory.",
                    "Raise resources.memoryMiB in the draft, and publish a new version.");
        }
        var exitCode = container.get().getState().getExitCodeLong();
        if (exitCode != null && exitCode >= CANNOT_EXECUTE_FROM && exitCode <= CANNOT_EXECUTE_TO) {
            return BuildFailed.byCaller(
                    "base_image_unusable",
                    "Berth's runtime does not start in the base image %s: it needs glibc. It said: %s"
                            .formatted(baseImage, lastWords),
                    "Name a base image with glibc (Debian, Ubuntu, Fedora; not Alpine), and publish a new version.");
        }
        return BuildFailed.byOperator(
                "build_failed",
                "The build ended with exit code %d and did not say why. It printed last: %s"
                        .formatted(exitCode, lastWords),
                "See the log, and whether the machine has memory and disk left; then refresh the snapshot.");
    }
}
