package dev.berth.supervisor;

import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import dev.berth.protocol.Manifest;
import dev.berth.supervisor.agent.AgentContext;
import dev.berth.supervisor.agent.AgentSession;
import dev.berth.supervisor.agent.ChildEnvironment;
import dev.berth.supervisor.agent.RuntimeCatalog;
import dev.berth.supervisor.control.ControlPlane;
import dev.berth.supervisor.control.GenerationEnded;
import dev.berth.supervisor.control.Outbox;
import dev.berth.supervisor.control.Persistence;
import dev.berth.supervisor.control.Uploads;
import dev.berth.supervisor.folder.CannotPrepare;
import dev.berth.supervisor.folder.SandboxFolder;
import dev.berth.supervisor.folder.SandboxSecret;
import dev.berth.supervisor.process.Deadline;
import dev.berth.supervisor.process.ProcessLauncher;
import dev.berth.supervisor.workspace.FolderCopy;
import dev.berth.supervisor.workspace.WorkspacePreparer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/// One sandbox from its start to its end: exchange, prepare, serve, finish.
final class SandboxRun {
    /// The control plane ends a session whose lifetime is over; this is for when it does not.
    private static final Duration LIFETIME_SLACK = Duration.ofSeconds(60);

    private final Settings settings;
    private final SandboxFolder folder;
    private final Map<String, String> environment;
    private final RuntimeCatalog runtimes;
    private final ProcessLauncher launcher;
    private final HttpClient http;
    private final Persistence persistence;
    private final Startup startup;
    private final Mailbox mailbox;

    SandboxRun(
            Settings settings,
            SandboxFolder folder,
            Map<String, String> environment,
            RuntimeCatalog runtimes,
            ProcessLauncher launcher,
            HttpClient http,
            Persistence persistence,
            Startup startup,
            Mailbox mailbox) {
        this.settings = settings;
        this.folder = folder;
        this.environment = environment;
        this.runtimes = runtimes;
        this.launcher = launcher;
        this.http = http;
        this.persistence = persistence;
        this.startup = startup;
        this.mailbox = mailbox;
    }

    ExitCode run() throws IOException, InterruptedException {
        folder.create();
        var secret = SandboxSecret.in(folder.secret());
        var bootstrap = new ControlPlane(http, settings.controlPlane(), settings.bootstrapToken());
        var bearer = settings.sandbox() + "." + secret.value();
        var activity = new ActivityClock();
        var outbox = new Outbox(folder.spool(), activity::now);
        var connection = new Connection(
                http, bearer, bootstrap.withBearer(bearer), persistence, outbox, activity, mailbox);
        try {
            var manifest = startup.phase("manifest", () -> new Exchange(bootstrap, persistence).make(secret));
            return serve(manifest, connection);
        } catch (CannotPrepare e) {
            connection.tell(e.failure());
            return ExitCode.FAILED;
        } catch (GenerationEnded e) {
            System.err.println("Nothing to do here: " + e.getMessage());
            return ExitCode.ABANDONED;
        }
    }

    private ExitCode serve(Manifest manifest, Connection connection)
            throws CannotPrepare, GenerationEnded, InterruptedException {
        requireDisk();
        var log = new SessionLog(connection.outbox(), InstantSource.system());
        var uploads = new Uploads(connection.controlPlane(), persistence);
        var agentEvents = new AgentEvents(
                connection.outbox(), log, new LongTexts(uploads, folder.spool()), folder.spool(), mailbox::put);
        var directory = startup.phase("workspace", () -> prepareWorkspace(manifest));
        var agent = startup.phase("agent", () -> openAgent(manifest, directory, agentEvents));
        var supervisor = new Supervisor(
                mailbox,
                new TurnTaker(connection.controlPlane(), persistence, mailbox),
                agent,
                connection.outbox(),
                log,
                connection.activity(),
                new TurnCloser(log, agentEvents, uploads, deadline -> {}));
        connection.open(manifest, startup.phases());
        watch(manifest);
        return new Ending(supervisor, agent, connection).make(cause(supervisor));
    }

    private Path prepareWorkspace(Manifest manifest) throws CannotPrepare, InterruptedException {
        return new WorkspacePreparer(folder, new FolderCopy(launcher)).prepare(settings.snapshot(), manifest);
    }

    private AgentSession openAgent(Manifest manifest, Path directory, AgentEvents events)
            throws CannotPrepare, InterruptedException {
        var childEnvironment = ChildEnvironment.of(
                folder, environment, System.getProperty("user.name"), manifest.environment());
        var context = new AgentContext(manifest, folder, directory, childEnvironment, launcher);
        return runtimes.named(manifest.agent().runtime()).open(context, events);
    }

    private void requireDisk() throws CannotPrepare {
        var full = Watchdog.diskFull(folder.root(), settings.minFreeMiB());
        if (full.isPresent()) {
            throw new CannotPrepare(full.get());
        }
    }

    private void watch(Manifest manifest) {
        var lifetime = Duration.ofSeconds(manifest.maxLifetimeSeconds()).plus(LIFETIME_SLACK);
        Thread.ofVirtual()
                .name("watchdog")
                .start(new Watchdog(folder.root(), settings.minFreeMiB(), Deadline.in(lifetime), mailbox::put));
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> mailbox.put(new Signal.Fail(broken(fault))));
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
