package dev.berth.supervisor.shell;

import dev.berth.supervisor.agent.AgentContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/// What is run, and the folder in which a script leaves its working directory and environment to the next, also to one
/// of a next sandbox when the session is kept.
///
/// @param folder of the supervisor's own
/// @param left the agent's
record ShellState(Path folder, Path left, Path workingDirectory) {

    static ShellState create(AgentContext context) throws IOException, InterruptedException {
        var folder = context.folder();
        var state = new ShellState(folder.runtime("shell"), folder.agentState("shell"), context.workingDirectory());
        Files.createDirectories(state.folder);
        state.install("host.bash");
        state.install("turn.bash");
        state.begin(context);
        return state;
    }

    List<String> hostCommand() {
        return List.of(
                "bash",
                "--noprofile",
                "--norc",
                folder.resolve("host.bash").toString(),
                folder.toString(),
                left.toString(),
                workingDirectory.toString());
    }

    void putScript(String text) throws IOException {
        Files.writeString(folder.resolve("script"), text);
    }

    /// What the first script finds. What names the place may name another than where it is now.
    private void begin(AgentContext context) throws IOException, InterruptedException {
        var files = context.files();
        var environment = left.resolve("environment");
        if (isRemembered()) {
            files.append(environment, asEntries(context.environment().ofPlace()));
        } else {
            files.write(environment, asEntries(context.environment().variables()));
        }
    }

    private boolean isRemembered() {
        return Files.exists(left.resolve("environment"), LinkOption.NOFOLLOW_LINKS)
                && Files.exists(left.resolve("directory"), LinkOption.NOFOLLOW_LINKS);
    }

    private void install(String script) throws IOException {
        try (var source = ShellState.class.getResourceAsStream(script)) {
            if (source == null) {
                throw new UncheckedIOException(new IOException(script + " is not in the supervisor's jar"));
            }
            Files.copy(source, folder.resolve(script), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// As `env -0` writes them.
    private static String asEntries(Map<String, String> variables) {
        var entries = new StringBuilder();
        variables.forEach(
                (name, value) -> entries.append(name).append('=').append(value).append('\0'));
        return entries.toString();
    }
}
