package dev.berth.supervisor.build;

import dev.berth.supervisor.git.GitTransports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Runs git on repositories that are not trusted: no hooks, no prompts, no configuration but the repository's own, no
/// transport that was not declared. Nothing is tried again: a snapshot is refreshed by whoever wants it.
final class Git {
    private static final Duration ASK_LIMIT = Duration.ofMinutes(1);
    private static final Duration FETCH_LIMIT = Duration.ofMinutes(15);

    private final BuildProcesses processes;
    private final Map<String, String> environment;

    /// @param url of the repository that this is about
    /// @param configuration in place of the user's
    Git(BuildProcesses processes, String url, Path configuration) {
        this.processes = processes;
        this.environment = Map.of(
                "GIT_TERMINAL_PROMPT",
                "0",
                "GIT_CONFIG_NOSYSTEM",
                "1",
                "GIT_CONFIG_GLOBAL",
                configuration.toString(),
                "GIT_ALLOW_PROTOCOL",
                GitTransports.allowedFrom(url));
    }

    /// Fetches; what git says of it is for the log.
    int run(Path folder, String... arguments) throws IOException, InterruptedException, BuildFailed {
        return processes.run(command(arguments), folder, environment, FETCH_LIMIT);
    }

    BuildProcesses.Answer ask(Path folder, String... arguments) throws IOException, InterruptedException, BuildFailed {
        return processes.ask(command(arguments), folder, environment, ASK_LIMIT);
    }

    private static List<String> command(String... arguments) {
        var command = new ArrayList<>(List.of(
                "git",
                "-c",
                "core.hooksPath=/dev/null",
                "-c",
                "core.fsmonitor=false",
                "-c",
                "protocol.allow=never",
                "-c",
                "http.lowSpeedLimit=1000",
                "-c",
                "http.lowSpeedTime=60"));
        command.addAll(List.of(arguments));
        return command;
    }
}
