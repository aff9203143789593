package dev.berth.supervisor.build;

import dev.berth.protocol.Manifest.Repository;
import dev.berth.supervisor.build.BuildProcesses.Limit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs git on repositories that are not trusted: no hooks, no prompts, no configuration but the repository's own, no
/// transport that was not declared. Nothing is tried again: a snapshot is refreshed by whoever wants it.
final class Git {
    private static final Duration ASK_LIMIT = Duration.ofMinutes(1);
    private static final Duration FETCH_LIMIT = Duration.ofMinutes(15);
    private static final List<String> COMMAND = List.of(
            "git",
            "-c",
            "core.hooksPath=/dev/null",
            "-c",
            "core.fsmonitor=false",
            "-c",
            "protocol.allow=never",
            "-c",
            "advice.detachedHead=false",
            "-c",
            "http.lowSpeedLimit=1000",
            "-c",
            "http.lowSpeedTime=60");

    private final BuildProcesses processes;
    private final Repository repository;
    private final Map<String, String> environment;

    /// @param repository that this is about
    /// @param configuration in place of the user's
    /// @param profile what the profile sets for every process
    Git(BuildProcesses processes, Repository repository, Path configuration, Map<String, String> profile) {
        this.processes = processes;
        this.repository = repository;
        this.environment = new HashMap<>(profile);
        environment.putAll(Map.of(
                "GIT_TERMINAL_PROMPT",
                "0",
                "GIT_SSH_COMMAND",
                "false",
                "GIT_CONFIG_NOSYSTEM",
                "1",
                "GIT_CONFIG_GLOBAL",
                configuration.toString(),
                "GIT_ALLOW_PROTOCOL",
                GitTransports.allowedFrom(repository.url())));
    }

    /// Fetches; what git says of it is for the log.
    int run(Path folder, String... arguments) throws IOException, InterruptedException, BuildFailed {
        return run(folder, List.of(arguments));
    }

    int run(Path folder, List<String> arguments) throws IOException, InterruptedException, BuildFailed {
        return processes.run(command(arguments), folder, environment, limit(FETCH_LIMIT));
    }

    BuildProcesses.Answer ask(Path folder, String... arguments) throws IOException, InterruptedException, BuildFailed {
        return ask(folder, List.of(arguments));
    }

    BuildProcesses.Answer ask(Path folder, List<String> arguments)
            throws IOException, InterruptedException, BuildFailed {
        return processes.ask(command(arguments), folder, environment, limit(ASK_LIMIT));
    }

    boolean leavesLargeFiles() {
        return "1".equals(environment.get("GIT_LFS_SKIP_SMUDGE"));
    }

    private Limit limit(Duration time) {
        return new Limit(
                time,
                "Git at work on repository '%s' (%s)".formatted(repository.id(), repository.url()),
                "See that its host can be reached; of a long history, fetch less by setting its depth in the draft.");
    }

    private static List<String> command(List<String> arguments) {
        var command = new ArrayList<>(COMMAND);
        command.addAll(arguments);
        return command;
    }
}
