package dev.berth.supervisor.codex;

import dev.berth.supervisor.agent.AgentContext;
import dev.berth.supervisor.process.Deadline;
import dev.berth.supervisor.process.ProcessStat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Starts codex: at first, and again when it has died.
///
/// @param program the native one, so that what is ended is codex and not a script that started it
record CodexHost(AgentContext context, Path program, CodexSettings settings, CodexFolder folder) {
    /// A program of 300 MB may have to be read from a slow disk first.
    static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);

    private static final String PLACEHOLDER = "placeholder";

    /// Whole diffs that are not used: the workspace is compared at the end of a turn.
    private static final List<String> UNWANTED = List.of("turn/diff/updated");

    AppServer start(AppServer.Listener listener) throws IOException, CodexFailed, InterruptedException {
        folder.create(context.files());
        var builder = new ProcessBuilder(command())
                .directory(context.workingDirectory().toFile());
        context.environment().with(environment()).applyTo(builder);
        var server = AppServer.of(context.launcher().start(builder), listener);
        try {
            introduce(server);
        } catch (CodexFailed e) {
            server.close();
            throw e;
        }
        return server;
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of(program.toString(), "app-server"));
        command.addAll(new CodexConfig(settings).arguments());
        return command;
    }

    /// Part of codex itself, and not of what it was asked to do.
    boolean isOfCodex(ProcessHandle process) {
        return ProcessStat.program(process)
                .filter(command -> command.startsWith(program.resolveSibling("")))
                .isPresent();
    }

    private void introduce(AppServer server) throws CodexFailed, InterruptedException {
        server.call(
                "initialize",
                Map.of(
                        "clientInfo",
                        Map.of("name", "berth", "title", "Berth", "version", "1"),
                        "capabilities",
                        Map.of("experimentalApi", true, "optOutNotificationMethods", UNWANTED)),
                Deadline.in(ANSWERS_WITHIN));
        server.tell("initialized");
    }

    /// A profile that sets no key has a server in mind that needs none, or a gateway that puts one on.
    private Map<String, String> environment() {
        var environment = new HashMap<>(folder.environment());
        environment.put(
                CodexConfig.KEY_VARIABLE,
                context.manifest().environment().getOrDefault(CodexConfig.KEY_VARIABLE, PLACEHOLDER));
        return environment;
    }
}
