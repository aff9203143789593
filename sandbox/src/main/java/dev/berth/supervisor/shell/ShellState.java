package dev.berth.supervisor.shell;

import dev.berth.supervisor.agent.AgentContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/// What is run, and the folder in which a script leaves its working directory and environment to the next. That folder
/// is the agent's: nothing is written there once scripts run.
record ShellState(Path folder, Path workingDirectory) {

    static ShellState create(AgentContext context) throws IOException {
        var state = new ShellState(context.folder().runtime("shell"), context.workingDirectory());
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
                workingDirectory.toString());
    }

    void putScript(String text) throws IOException {
        Files.writeString(folder.resolve("script"), text);
    }

    /// What the first script finds. The files are the agent's before their folder is, so that nobody comes between.
    private void begin(AgentContext context) throws IOException {
        var left = Files.createDirectories(folder.resolve("left"));
        var environment = Files.writeString(
                left.resolve("environment"), asEntries(context.environment().variables()));
        var directory = Files.writeString(
                left.resolve("directory"), context.workingDirectory().toString());
        for (var path : List.of(environment, directory, left)) {
            context.files().give(path);
        }
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
