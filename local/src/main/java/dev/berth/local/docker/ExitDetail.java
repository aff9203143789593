package dev.berth.local.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;

/// How a container ended, in words.
final class ExitDetail {
    private ExitDetail() {}

    static String of(InspectContainerResponse container) {
        var state = container.getState();
        if ("created".equals(state.getStatus())) {
            return "It was stopped before it started";
        }
        var detail = "Its container ended with exit code " + state.getExitCodeLong();
        return Boolean.TRUE.equals(state.getOOMKilled())
                ? detail + ", after it had used up the profile's memory"
                : detail;
    }

    static boolean outOfMemory(InspectContainerResponse container) {
        return Boolean.TRUE.equals(container.getState().getOOMKilled());
    }
}
