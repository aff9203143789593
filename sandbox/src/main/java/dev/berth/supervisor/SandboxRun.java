package dev.berth.supervisor;

import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import dev.berth.protocol.Manifest;
import dev.berth.supervisor.archive.Limit;
import dev.berth.supervisor.control.GenerationEnded;
import dev.berth.supervisor.control.Uploads;
import dev.berth.supervisor.folder.CannotPrepare;
import dev.berth.supervisor.folder.SandboxFolder;
import dev.berth.supervisor.process.Deadline;
import dev.berth.supervisor.workspace.WorkspaceDiff;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// One sandbox from its start to its end: exchange, prepare, serve, finish.
record SandboxRun(
        SandboxFolder folder, Preparation preparation, Exchange exchange, Connection connection, Startup startup) {
    /// The control plane ends a session whose lifetime is over; this is for when it does not.
    private static final Duration LIFETIME_SLACK = Duration.ofSeconds(60);

    /// An archive leaves more than what a full disk is known by.
    private static final long ROOM_BESIDE_ARCHIVE_MIB = 64;

    ExitCode run() throws InterruptedException {
        try {
            return serve(startup.phase("manifest", exchange::make));
        } catch (CannotPrepare e) {
            connection.tell(e.failure());
            return ExitCode.FAILED;
        } catch (GenerationEnded e) {
            System.err.println("Nothing to do here: " + e.getMessage());
            return ExitCode.ABANDONED;
        } catch (RuntimeException e) {
            connection.tell(broken(e));
            return ExitCode.FAILED;
        }
    }

    private ExitCode serve(Manifest manifest) throws CannotPrepare, GenerationEnded, InterruptedException {
        var log = new SessionLog(connection.outbox(), InstantSource.system());
        var uploads = new Uploads(connection.controlPlane(), connection.persistence());
        var events = new AgentEvents(
                connection.outbox(),
                log,
                new LongTexts(uploads, folder.spool()),
                folder.spool(),
                connection.mailbox()::put);
        var fetch = new ArchiveFetch(connection.controlPlane(), connection.persistence());
        var workspace =
                startup.phase("workspace", () -> preparation.workspace(manifest, fetch), prepared -> prepared.start()
                        .checkout());
        workspace.start().behind().ifPresent(log::failure);
        var looking = preparation.lookAt(workspace, manifest);
        var agent = startup.phase("agent", () -> preparation.agent(workspace.directory(), manifest, events));
        connection.open(manifest, startup.phases());
        watch(manifest);
        var seen = seen(looking, log);
        var closer = new TurnCloser(log, events, uploads, new DiffReporter(log, uploads, seen));
        var keeper = workspace
                .archives()
                .map(archives -> new ArchiveKeeper(
                        archives,
                        () -> limit(manifest),
                        seen.map(WorkspaceDiff::base),
                        uploads,
                        log,
                        connection.mailbox()));
        var supervisor = new Supervisor(connection, agent, log, closer, keeper);
        return new Ending(supervisor, agent, connection).make(cause(supervisor));
    }

    /// A repository that git cannot read costs the diff, not the session.
    private static Optional<WorkspaceDiff> seen(FutureTask<Optional<WorkspaceDiff>> looking, SessionLog log)
            throws InterruptedException {
        try {
            return looking.get();
        } catch (ExecutionException e) {
            log.error(
                    "diff_unavailable",
                    "There will be no diff in this run: %s".formatted(e.getCause()),
                    "See whether git status works in the repository, and resume the session");
            return Optional.empty();
        }
    }

    private Limit limit(Manifest manifest) {
        var allowed = manifest.keep() == null ? 0 : manifest.keep().maxArchiveBytes();
        var spared = (preparation.settings().minFreeMiB() + ROOM_BESIDE_ARCHIVE_MIB) << 20;
        return Limit.of(allowed, folder.root().toFile().getUsableSpace(), spared);
    }

    private void watch(Manifest manifest) {
        var lifetime = Duration.ofSeconds(manifest.maxLifetimeSeconds()).plus(LIFETIME_SLACK);
        var watchdog = new Watchdog(
                folder.root(), preparation.settings().minFreeMiB(), Deadline.in(lifetime), connection.mailbox()::put);
        Thread.ofVirtual().name("watchdog").start(watchdog);
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, fault) -> connection.mailbox().put(new Signal.Fail(broken(fault))));
    }

    private static Signal.Final cause(Supervisor supervisor) throws InterruptedException {
        try {
            return supervisor.serve();
        } catch (GenerationEnded e) {
            return new Signal.Abandon(String.valueOf(e.getMessage()));
        }
    }

    private static Failure broken(Throwable fault) {
        fault.printStackTrace();
        return new Failure(
                "sandbox_broken",
                "The sandbox's supervisor met a fault of its own: %s".formatted(fault),
                "Resume the session; if it happens again, report it with the supervisor's log",
                MustAct.OPERATOR);
    }
}
