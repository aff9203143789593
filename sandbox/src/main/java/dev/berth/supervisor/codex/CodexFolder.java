package dev.berth.supervisor.codex;

import dev.berth.supervisor.agent.AgentFiles;
import dev.berth.supervisor.folder.SandboxFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/// Where codex keeps what it remembers.
///
/// Its databases are not there: they are an index of the conversations that codex makes again when it is gone, they
// name
/// files by absolute path, and a copy of one that is in use may be torn.
///
/// @param state what has to be kept for codex to remember; only `home` in it is written by codex itself
/// @param index what can be lost; codex makes it
record CodexFolder(Path state, Path index) {
    static final String HOME_VARIABLE = "CODEX_HOME";
    static final String INDEX_VARIABLE = "CODEX_SQLITE_HOME";

    static CodexFolder in(SandboxFolder sandbox) {
        return new CodexFolder(sandbox.runtime("codex"), sandbox.temporary().resolve("codex"));
    }

    void create(AgentFiles files) throws IOException {
        files.give(Files.createDirectories(home()));
    }

    Map<String, String> environment() {
        return Map.of(HOME_VARIABLE, home().toString(), INDEX_VARIABLE, index.toString());
    }

    /// The conversation that it was in last.
    Optional<String> thread() throws IOException {
        return Files.exists(threadFile())
                ? Optional.of(Files.readString(threadFile()).strip())
                : Optional.empty();
    }

    void remember(String thread) throws IOException {
        var part = state.resolve("thread.part");
        Files.writeString(part, thread);
        Files.move(part, threadFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path home() {
        return state.resolve("home");
    }

    private Path threadFile() {
        return state.resolve("thread");
    }
}
