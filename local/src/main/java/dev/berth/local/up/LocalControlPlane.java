package dev.berth.local.up;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.berth.function.ControlPlane;
import dev.berth.function.Ports;
import dev.berth.function.Settings;
import dev.berth.http.Spec;
import dev.berth.local.cli.up.ControlPlaneLauncher;
import dev.berth.local.data.DataFolder;
import dev.berth.local.data.InProcessEventBus;
import dev.berth.local.front.Front;
import dev.berth.local.front.HttpFunction;
import dev.berth.local.front.LocalSockets;
import dev.berth.local.workflow.SteadyClock;
import dev.berth.local.workflow.WorkflowEngine;
import dev.berth.organization.ApiKeySecret;
import dev.berth.organization.Ids;
import dev.berth.sandbox.FlushPolicy;
import dev.berth.session.StopReason;
import dev.berth.store.BerthTable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The whole control plane in one process: the handlers that Lambda runs, over this machine's adapters.
final class LocalControlPlane implements ControlPlaneLauncher.Running {
    private static final Logger LOG = LoggerFactory.getLogger(LocalControlPlane.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    /// Longer than a sandbox's grace time.
    private static final Duration LONGEST_STOP = Duration.ofSeconds(40);

    private static final String SANDBOX_PATHS = "/sandbox/";

    private final DataFolder folder;
    private final Stores stores;
    private final InProcessEventBus bus;
    private final Substrate substrate;
    private final WorkflowEngine workflow;
    private final ControlPlane controlPlane;
    private final RequestStreamHandler api;
    private final RequestStreamHandler sandboxApi;
    private final Front front;
    private final Housekeeping housekeeping;
    private final SweepTimer sweepTimer = new SweepTimer();
    private final URI url;
    private final List<String> notices;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Instant steadySince;

    /// @param port to listen on
    LocalControlPlane(
            DataFolder folder,
            Stores stores,
            DriverChoice driver,
            SandboxAddress sandboxes,
            Definitions definitions,
            int port,
            SecureRandom random,
            Seams seams)
            throws IOException {
        var clock = seams.clock();
        this.folder = folder;
        this.stores = stores;
        this.url = urlOf(port);
        this.steadySince = clock.instant();
        var ids = Ids.ulids();
        var sockets = new LocalSockets();
        this.bus = new InProcessEventBus(() -> ids.next("evt"), clock);
        this.substrate = driver.kind()
                .open(
                        (sandbox, gone) -> controlPlane().sandboxObserver().gone(sandbox, gone),
                        build -> controlPlane().snapshotObserver().ended(build));
        this.workflow = new WorkflowEngine(
                stores.dynamoDb().client(),
                definitions.session(),
                new StepInvoker(() -> controlPlane().step(), ids),
                new SteadyClock(clock, System::nanoTime),
                random);
        this.controlPlane = new ControlPlane(
                seams.ports().apply(ports(sockets)), settings(driver.kind(), sandboxes), ids, clock, random);
        this.api = controlPlane.api();
        this.sandboxApi = controlPlane.sandboxApi();
        this.front = front(port, sandboxes, sockets, clock);
        this.notices = Notices.of(substrate.driver(), driver.why(), stores.isNew(), stores.isEmbedded());
        this.housekeeping = new Housekeeping(stores, workflow, substrate.driver(), clock);
        workflow.onJump(_ -> steadySince = clock.instant());
    }

    static URI urlOf(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// @throws IOException when the port is taken
    void start() throws IOException {
        front.start();
        workflow.start();
        substrate.recover();
        sweepTimer.start(controlPlane::sweep, housekeeping::tidy);
        var key = new ApiKeySecret(Files.readString(folder.adminKeyFile()).strip());
        Thread.ofVirtual().name("first calls").start(new FirstCalls(api, sandboxApi, key));
        Files.writeString(folder.urlFile(), url.toString());
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public List<String> notices() {
        return notices;
    }

    @Override
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    @Override
    public void stop() {
        if (!stopping.compareAndSet(false, true)) {
            awaitQuietly();
            return;
        }
        try {
            stopSessions();
            sweepTimer.close();
            front.close();
            workflow.close();
            substrate.close();
            bus.close();
            stores.close();
            folder.close();
        } catch (IOException failure) {
            LOG.warn("The control plane did not end cleanly", failure);
        } finally {
            ended.countDown();
        }
    }

    private ControlPlane controlPlane() {
        return controlPlane;
    }

    private void stopSessions() {
        var sessions = controlPlane.stopAll(StopReason.SHUTDOWN);
        var deadline = System.nanoTime() + LONGEST_STOP.toNanos();
        while (!sessions.stream().allMatch(controlPlane::hasEnded)) {
            if (System.nanoTime() > deadline || !pause()) {
                LOG.warn("Sessions were still stopping when the control plane ended");
                return;
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(Duration.ofMillis(50));
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void awaitQuietly() {
        try {
            ended.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Ports ports(LocalSockets sockets) {
        return new Ports(
                stores.dynamoDb().client(),
                workflow,
                substrate.driver(),
                substrate.builder(),
                stores.vault(),
                stores.objects(),
                sockets,
                new LocalLogWatch(),
                bus,
                () -> steadySince,
                () -> !stopping.get());
    }

    private Settings settings(Substrate.Kind kind, SandboxAddress sandboxes) {
        return new Settings(
                BerthTable.NAME,
                url.toString(),
                sandboxes.url().toString(),
                "ws://127.0.0.1:" + url.getPort() + "/socket",
                sandboxes.socketUrl().toString(),
                LONGEST_WAIT,
                FlushPolicy.ONE_MACHINE,
                OneMachine.platform(kind, substrate.driver().capabilities()));
    }

    private Front front(int port, SandboxAddress sandboxes, LocalSockets sockets, Clock clock) {
        var operations = Spec.load().operations().keySet();
        return new Front(
                port,
                sandboxes.door(),
                function(
                        "api",
                        operations.stream().filter(key -> !isSandboxRoute(key)).toList(),
                        api),
                function(
                        "sandboxApi",
                        operations.stream()
                                .filter(LocalControlPlane::isSandboxRoute)
                                .toList(),
                        sandboxApi),
                controlPlane.sockets(),
                sockets,
                stores.objects(),
                clock);
    }

    private static boolean isSandboxRoute(String routeKey) {
        return routeKey.contains(" " + SANDBOX_PATHS);
    }

    private static HttpFunction function(String name, List<String> routeKeys, RequestStreamHandler handler) {
        var limit = name.equals("api") ? HttpFunction.CLIENT_BODY_BYTES : HttpFunction.SANDBOX_BODY_BYTES;
        return new HttpFunction(name, routeKeys, limit, handler);
    }
}
