package dev.berth.supervisor;

import dev.berth.protocol.Manifest;
import dev.berth.supervisor.agent.AgentContext;
import dev.berth.supervisor.agent.AgentFiles;
import dev.berth.supervisor.agent.AgentListener;
import dev.berth.supervisor.agent.AgentPrograms;
import dev.berth.supervisor.agent.AgentPrograms.Program;
import dev.berth.supervisor.agent.AgentSession;
import dev.berth.supervisor.agent.ChildEnvironment;
import dev.berth.supervisor.agent.ProgramFailed;
import dev.berth.supervisor.agent.RuntimeCatalog;
import dev.berth.supervisor.archive.ArchiveFailed;
import dev.berth.supervisor.archive.Archives;
import dev.berth.supervisor.control.GenerationEnded;
import dev.berth.supervisor.folder.CannotPrepare;
import dev.berth.supervisor.folder.Place;
import dev.berth.supervisor.folder.SandboxFolder;
import dev.berth.supervisor.process.Deadline;
import dev.berth.supervisor.process.ProcessLauncher;
import dev.berth.supervisor.repository.RepositoryUpdate;
import dev.berth.supervisor.repository.StartingPoint;
import dev.berth.supervisor.workspace.FolderCopy;
import dev.berth.supervisor.workspace.WorkspaceDiff;
import dev.berth.supervisor.workspace.WorkspacePreparer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;

/// What has to be there before the first turn: the workspace, what it looks like now, an agent.
///
/// @param environment the supervisor's own
record Preparation(
        Settings settings,
        Place place,
        Map<String, String> environment,
        RuntimeCatalog runtimes,
        ProcessLauncher launcher) {
    private static final Duration LOOKED_AT_WITHIN = Duration.ofSeconds(60);

    /// Shorter than the time in which a session has to be running.
    private static final Duration RESTORED_WITHIN = Duration.ofMinutes(4);

    /// @param directory where the agent works
    /// @param start of a workspace that begins fresh
    /// @param archives of a session that is kept
    /// @param diffBase what the agent's repository is compared with, where that is not what it stands at now
    record Workspace(Path directory, StartingPoint start, Optional<Archives> archives, Optional<String> diffBase) {}

    SandboxFolder folder() {
        return place.folder();
    }

    Workspace workspace(Manifest manifest, ArchiveFetch fetch)
            throws CannotPrepare, GenerationEnded, InterruptedException {
        var full = Watchdog.diskFull(folder().root(), settings.minFreeMiB());
        if (full.isPresent()) {
            throw new CannotPrepare(full.get());
        }
        takePlace(manifest);
        var preparer = new WorkspacePreparer(folder(), new FolderCopy(launcher), new AgentFiles(launcher));
        preparer.prepare(settings.snapshot(), manifest);
        try {
            // knows what the snapshot brought, before anything changes it
            var archives = archives(manifest);
            return manifest.restore().isPresent()
                    ? restored(preparer, manifest, archives.orElseThrow(), fetch)
                    : fresh(preparer, manifest, archives);
        } catch (ArchiveFailed e) {
            throw new CannotPrepare(e.failure());
        }
    }

    private Workspace fresh(WorkspacePreparer preparer, Manifest manifest, Optional<Archives> archives)
            throws CannotPrepare, InterruptedException {
        var directory = preparer.workingDirectory(manifest);
        var chosen = manifest.chosenRepository();
        if (chosen.isEmpty()) {
            return new Workspace(directory, StartingPoint.NONE, archives, Optional.empty());
        }
        var update =
                new RepositoryUpdate(folder(), new AgentFiles(launcher), programs(manifest), settings.fetchedWithin());
        return new Workspace(directory, update.bring(directory, chosen.get()), archives, Optional.empty());
    }

    /// Stands where the run before left it: its branch may have moved since, which is the agent's to bring together.
    private Workspace restored(WorkspacePreparer preparer, Manifest manifest, Archives archives, ArchiveFetch fetch)
            throws ArchiveFailed, CannotPrepare, GenerationEnded, InterruptedException {
        var deadline = Deadline.in(RESTORED_WITHIN);
        var archive = fetch.fetch(manifest.restore().orElseThrow(), archives.file(), deadline);
        var diffBase = archives.restore(archive, deadline);
        return new Workspace(preparer.workingDirectory(manifest), StartingPoint.NONE, Optional.of(archives), diffBase);
    }

    /// Looks at the workspace while the agent starts.
    FutureTask<Optional<WorkspaceDiff>> lookAt(Workspace workspace, Manifest manifest) {
        var looking = new FutureTask<>(() -> look(workspace, manifest));
        Thread.ofVirtual().name("workspace").start(looking);
        return looking;
    }

    AgentSession agent(Path directory, Manifest manifest, AgentListener listener)
            throws CannotPrepare, InterruptedException {
        var context = new AgentContext(manifest, folder(), directory, childEnvironment(manifest), launcher);
        return runtimes.named(manifest.agent().runtime()).open(context, listener);
    }

    private void takePlace(Manifest manifest) throws CannotPrepare, InterruptedException {
        try {
            place.take(manifest.sandbox(), left -> remove(left, manifest));
            var files = new AgentFiles(launcher);
            files.give(folder().temporary());
            files.give(folder().agentState());
        } catch (IOException e) {
            throw CannotPrepare.byOperator(
                    "place_not_ready",
                    "The folder %s could not be made ready: %s".formatted(folder().place(), e.getMessage()),
                    "See that the supervisor may write there, then resume the session");
        }
    }

    /// What another sandbox of the session left.
    private void remove(Path left, Manifest manifest) throws IOException, InterruptedException {
        var command = List.of("sh", "-c", AgentFiles.REMOVE, "rm", left.toString());
        var program = new Program(command, folder().root(), folder().root().resolve("removed"));
        programs(manifest).output(program, Deadline.in(LOOKED_AT_WITHIN));
    }

    private Optional<Archives> archives(Manifest manifest) throws ArchiveFailed, InterruptedException {
        return manifest.keep() == null
                ? Optional.empty()
                : Optional.of(Archives.of(
                        folder(), programs(manifest), manifest.repositories(), Deadline.in(LOOKED_AT_WITHIN)));
    }

    private Optional<WorkspaceDiff> look(Workspace workspace, Manifest manifest)
            throws ProgramFailed, InterruptedException {
        return WorkspaceDiff.begin(
                workspace.directory(),
                workspace.diffBase(),
                folder().comparison(),
                programs(manifest),
                Deadline.in(LOOKED_AT_WITHIN));
    }

    private AgentPrograms programs(Manifest manifest) {
        return new AgentPrograms(childEnvironment(manifest), launcher);
    }

    private ChildEnvironment childEnvironment(Manifest manifest) {
        return settings.account().isPresent()
                ? ChildEnvironment.ofImage(folder(), environment, manifest.environment())
                : ChildEnvironment.ofMachine(
                        folder(), environment, System.getProperty("user.name"), manifest.environment());
    }
}
