package dev.berth.sandbox;

import dev.berth.event.EventData.SandboxPhase;
import java.util.List;
import java.util.stream.Collectors;

/// The log line of a start, of which the dashboard makes its figures: `The sandbox is ready: admit 12 ms, …`.
public final class StartPhases {
    private StartPhases() {}

    public static String line(List<SandboxPhase> phases) {
        return phases.stream()
                .map(phase -> "%s %d ms".formatted(phase.phase(), phase.durationMillis()))
                .collect(Collectors.joining(", ", "The sandbox is ready: ", ""));
    }
}
