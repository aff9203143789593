package dev.berth.local.conformance;

import java.util.List;

/// Processes that a session should have taken with it.
final class Strays {
    private Strays() {}

    static List<String> sleeping(String seconds) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(command -> command.contains("sleep " + seconds))
                .toList();
    }
}
