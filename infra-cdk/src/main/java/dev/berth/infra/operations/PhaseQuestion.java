package dev.berth.infra.operations;

import java.util.List;
import java.util.stream.Collectors;

/// How long each phase of a start takes, read from the line that the control plane writes about each start.
final class PhaseQuestion {
    /// From the request to the launch, from there to the supervisor's start, then as the supervisor says, and in all.
    private static final List<String> PHASES =
            List.of("admit", "launch", "boot", "manifest", "workspace", "agent", "ready");

    private PhaseQuestion() {}

    static String text() {
        return "filter message like /^The sandbox is ready: /\n"
                + each("| parse message /\\b%1$s (?<%1$s>\\d+) ms/", "\n")
                + "\n| stats count(*) as starts, "
                + each("pct(%1$s, 50) as %1$sP50, pct(%1$s, 99) as %1$sP99", ", ");
    }

    private static String each(String format, String between) {
        return PHASES.stream().map(format::formatted).collect(Collectors.joining(between));
    }
}
