package dev.berth.supervisor.codex;

import dev.berth.supervisor.agent.AgentFiles;
import dev.berth.supervisor.folder.SandboxFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where codex keeps what it remembers.
///
/// Its databases are not there: they are an index of the conversations that codex makes again when it is gone, they
/// name files by absolute path, and a copy of one that is in use may be torn.
///
/// @param home what codex writes, and what has to be kept for it to remember
/// @param threadFile which conversation it was in; as much the agent's to change as the conversation itself
/// @param index what can be lost; codex makes it
record CodexFolder(Path home, Path threadFile, Path index) {
    static final String HOME_VARIABLE = "CODEX_HOME";
    static final String INDEX_VARIABLE = "CODEX_SQLITE_HOME";

    private static final int THREAD_BYTES = 128;

    static CodexFolder in(SandboxFolder sandbox) {
        return new CodexFolder(
                sandbox.agentState("codex"),
                sandbox.agentState("codex-thread"),
                sandbox.temporary().resolve("codex"));
    }

    void create(AgentFiles files) throws IOException, InterruptedException {
        files.run("mkdir -p -- \"$1\"", home.toString());
    }

    Map<String, String> environment() {
        return Map.of(HOME_VARIABLE, home.toString(), INDEX_VARIABLE, index.toString());
    }

    /// The conversation that it was in last.
    Optional<String> thread(AgentFiles files) throws IOException, InterruptedException {
        return Optional.of(files.read(threadFile, THREAD_BYTES).strip()).filter(thread -> !thread.isEmpty());
    }

    void remember(String thread, AgentFiles files) throws IOException, InterruptedException {
        files.write(threadFile, thread);
    }
}
