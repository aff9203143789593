package dev.berth.supervisor.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs a profile's setup script, which ends with its first command that fails.
record SetupScript(String text, Duration limit, BuildProcesses processes, BuildLog log) {
    /// Sourced by bash before the script, and by no other bash that the script starts.
    private static final String BEFORE = """
            unset BASH_ENV
            set -eE
            trap 'echo "== Line $LINENO of the setup script failed: $BASH_COMMAND" >&2' ERR
            """;

    void run(Path workspace, Path temporary, Map<String, String> environment)
            throws IOException, InterruptedException, BuildFailed {
        log.line("== Running the setup script");
        var file = Files.writeString(temporary.resolve("setup.sh"), text);
        var before = Files.writeString(temporary.resolve("before-setup.sh"), BEFORE);
        var variables = new HashMap<>(environment);
        variables.put("BASH_ENV", before.toString());
        var limited = new BuildProcesses.Limit(
                limit, "The setup script", "See in the log what it waits for, and make it shorter.");
        var exitCode = processes.run(List.of("bash", file.toString()), workspace, variables, limited);
        if (exitCode != 0) {
            throw BuildFailed.byCaller(
                    "setup_failed",
                    "The setup script ended with exit code %d. It printed last: %s"
                            .formatted(exitCode, String.join(" ⏎ ", log.lastLines())),
                    "See the log, mend the setup script, and publish a new version.");
        }
    }
}
