package dev.berth.supervisor;

import dev.berth.protocol.Manifest;
import dev.berth.supervisor.agent.AgentCommands;
import dev.berth.supervisor.agent.AgentContext;
import dev.berth.supervisor.agent.AgentFiles;
import dev.berth.supervisor.agent.AgentListener;
import dev.berth.supervisor.agent.AgentSession;
import dev.berth.supervisor.agent.ChildEnvironment;
import dev.berth.supervisor.agent.RuntimeCatalog;
import dev.berth.supervisor.folder.CannotPrepare;
import dev.berth.supervisor.folder.SandboxFolder;
import dev.berth.supervisor.process.Deadline;
import dev.berth.supervisor.process.ProcessLauncher;
import dev.berth.supervisor.repository.RepositoryUpdate;
import dev.berth.supervisor.repository.StartingPoint;
import dev.berth.supervisor.workspace.FolderCopy;
import dev.berth.supervisor.workspace.GitFailed;
import dev.berth.supervisor.workspace.WorkspaceDiff;
import dev.berth.supervisor.workspace.WorkspacePreparer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;

/// What has to be there before the first turn: the workspace, what it looks like now, an agent.
///
/// @param environment the supervisor's own
record Preparation(
        Settings settings,
        SandboxFolder folder,
        Map<String, String> environment,
        RuntimeCatalog runtimes,
        ProcessLauncher launcher) {
    private static final Duration LOOKED_AT_WITHIN = Duration.ofSeconds(60);

    Workspace workspace(Manifest manifest) throws CannotPrepare, InterruptedException {
        var full = Watchdog.diskFull(folder.root(), settings.minFreeMiB());
        if (full.isPresent()) {
            throw new CannotPrepare(full.get());
        }
        var directory = new WorkspacePreparer(folder, new FolderCopy(launcher), new AgentFiles(launcher))
                .prepare(settings.snapshot(), manifest);
        return new Workspace(directory, startingPoint(directory, manifest));
    }

    private StartingPoint startingPoint(Path directory, Manifest manifest) throws CannotPrepare, InterruptedException {
        var chosen = manifest.chosenRepository();
        if (chosen.isEmpty()) {
            return StartingPoint.NONE;
        }
        var commands = new AgentCommands(childEnvironment(manifest), launcher, folder.update());
        return new RepositoryUpdate(folder, new AgentFiles(launcher), commands, settings.fetchedWithin())
                .bring(directory, chosen.get());
    }

    /// Looks at the workspace while the agent starts.
    FutureTask<Optional<WorkspaceDiff>> lookAt(Path directory, Manifest manifest) {
        var looking = new FutureTask<>(() -> look(directory, manifest));
        Thread.ofVirtual().name("workspace").start(looking);
        return looking;
    }

    AgentSession agent(Path directory, Manifest manifest, AgentListener listener)
            throws CannotPrepare, InterruptedException {
        var context = new AgentContext(manifest, folder, directory, childEnvironment(manifest), launcher);
        return runtimes.named(manifest.agent().runtime()).open(context, listener);
    }

    private Optional<WorkspaceDiff> look(Path directory, Manifest manifest) throws GitFailed, InterruptedException {
        return WorkspaceDiff.begin(
                directory, folder, childEnvironment(manifest), launcher, Deadline.in(LOOKED_AT_WITHIN));
    }

    private ChildEnvironment childEnvironment(Manifest manifest) {
        return settings.account().isPresent()
                ? ChildEnvironment.ofImage(folder, environment, manifest.environment())
                : ChildEnvironment.ofMachine(
                        folder, environment, System.getProperty("user.name"), manifest.environment());
    }

    /// @param directory where the agent works
    record Workspace(Path directory, StartingPoint start) {}
}
