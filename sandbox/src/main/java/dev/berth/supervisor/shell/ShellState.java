package dev.berth.supervisor.shell;

import dev.berth.supervisor.agent.AgentContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/// The folder in which a script leaves its working directory and environment to the next, also of a next sandbox when
/// the session is kept.
record ShellState(Path folder, Path workingDirectory) {

    static ShellState create(AgentContext context) throws IOException {
        var state = new ShellState(context.folder().runtime("shell"), context.workingDirectory());
        Files.createDirectories(state.folder);
        state.install("host.bash");
        state.install("turn.bash");
        if (state.isRemembered()) {
            state.remind(context.environment().ofPlace());
        } else {
            state.begin(context.environment().variables());
        }
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

    private boolean isRemembered() {
        return Files.exists(environment(), LinkOption.NOFOLLOW_LINKS)
                && Files.exists(directory(), LinkOption.NOFOLLOW_LINKS);
    }

    private void begin(Map<String, String> variables) throws IOException {
        Files.writeString(environment(), asEntries(variables));
        Files.writeString(directory(), workingDirectory.toString());
    }

    /// What names the place may name another than where it is now.
    private void remind(Map<String, String> ofPlace) throws IOException {
        Files.writeString(environment(), asEntries(ofPlace), StandardOpenOption.APPEND);
    }

    private Path environment() {
        return folder.resolve("environment");
    }

    private Path directory() {
        return folder.resolve("directory");
    }

    void putScript(String text) throws IOException {
        Files.writeString(folder.resolve("script"), text);
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
