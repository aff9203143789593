package dev.berth.supervisor.agent;

import dev.berth.protocol.Manifest;
import dev.berth.supervisor.folder.SandboxFolder;
import dev.berth.supervisor.process.ProcessLauncher;
import java.nio.file.Path;

/// What an agent is started with.
///
/// @param workingDirectory where its work is: the chosen repository, or the workspace
public record AgentContext(
        Manifest manifest,
        SandboxFolder folder,
        Path workingDirectory,
        ChildEnvironment environment,
        ProcessLauncher launcher) {

    /// What a runtime puts into the agent's folders goes through these.
    public AgentFiles files() {
        return new AgentFiles(launcher);
    }
}
