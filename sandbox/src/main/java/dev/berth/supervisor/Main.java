package dev.berth.supervisor;

import dev.berth.supervisor.control.ControlPlane;
import dev.berth.supervisor.control.Outbox;
import dev.berth.supervisor.control.Persistence;
import dev.berth.supervisor.folder.FolderLock;
import dev.berth.supervisor.folder.Place;
import dev.berth.supervisor.folder.SandboxFolder;
import dev.berth.supervisor.folder.SandboxSecret;
import dev.berth.supervisor.process.Confinement;
import dev.berth.supervisor.process.ProcessIsolation;
import dev.berth.supervisor.process.ProcessLauncher;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// Starts the supervisor of the sandbox in the current folder, or in the one that `--folder` names.
public final class Main {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /// Below the grace time that every driver gives.
    private static final Duration ORDERLY_END_WITHIN = Duration.ofSeconds(18);

    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var startup = Startup.begin();
        try {
            exit(run(Settings.read(Arrays.asList(arguments), System.getenv()), startup));
        } catch (Settings.Faulty e) {
            System.err.println(e.getMessage());
            exit(ExitCode.USAGE);
        }
    }

    private static ExitCode run(Settings settings, Startup startup) throws IOException, InterruptedException {
        var folder = settings.place().isPresent()
                ? SandboxFolder.at(settings.folder(), settings.place().get())
                : SandboxFolder.at(settings.folder());
        var lock = FolderLock.take(folder);
        if (lock.isEmpty()) {
            return ExitCode.STOPPED;
        }
        try (var _ = lock.get();
                var place = new Place(folder)) {
            var mailbox = new Mailbox();
            stopOnTerm(mailbox);
            return sandbox(settings, place, startup, mailbox).run();
        }
    }

    private static SandboxRun sandbox(Settings settings, Place place, Startup startup, Mailbox mailbox)
            throws IOException {
        var confinement =
                settings.account().<Confinement>map(account -> account).orElseGet(ProcessIsolation::probe);
        System.err.println("Processes are kept by " + confinement);
        var folder = place.folder();
        folder.create();
        var http = httpClient(settings.controlPlane());
        var secret = SandboxSecret.in(folder.secret());
        var persistence = Persistence.standard(RandomGenerator.getDefault());
        var bootstrap = new ControlPlane(http, settings.controlPlane(), settings.bootstrapToken());
        return new SandboxRun(
                folder,
                new Preparation(settings, place, System.getenv(), Runtimes.ALL, new ProcessLauncher(confinement)),
                new Exchange(bootstrap, persistence, secret),
                connection(http, settings.sandbox() + "." + secret.value(), bootstrap, persistence, folder, mailbox),
                startup);
    }

    private static Connection connection(
            HttpClient http,
            String bearer,
            ControlPlane bootstrap,
            Persistence persistence,
            SandboxFolder folder,
            Mailbox mailbox)
            throws IOException {
        var activity = new ActivityClock();
        var outbox = new Outbox(folder.spool(), activity::now);
        return new Connection(http, bearer, bootstrap.withBearer(bearer), persistence, outbox, activity, mailbox);
    }

    private static HttpClient httpClient(URI controlPlane) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .executor(Executors.newVirtualThreadPerTaskExecutor());
        if ("http".equals(controlPlane.getScheme())) {
            client.sslContext(trustingNobody());
        }
        return client.build();
    }

    /// A client reads every certificate that the machine trusts when it is made: a tenth of the supervisor's start,
    /// and for nothing where there is no TLS.
    private static SSLContext trustingNobody() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /// The JVM ends when its shutdown hooks have: this one waits for the orderly end, which ends the JVM itself. Before
    /// there is an agent, there is nothing to end in order.
    private static void stopOnTerm(Mailbox mailbox) {
        Runnable stop = () -> {
            mailbox.put(new Signal.Stop("it was asked to by a signal"));
            if (mailbox.isAttended()) {
                awaitOrderlyEnd();
            }
        };
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("stop on TERM").unstarted(stop));
    }

    private static void awaitOrderlyEnd() {
        try {
            Thread.sleep(ORDERLY_END_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Also from within a shutdown, where `System.exit` would wait for its own hook.
    private static void exit(ExitCode code) {
        System.err.flush();
        Runtime.getRuntime().halt(code.value());
    }
}
