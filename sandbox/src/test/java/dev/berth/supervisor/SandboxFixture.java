package dev.berth.supervisor;

import static org.awaitility.Awaitility.await;

import dev.berth.event.EventData;
import dev.berth.protocol.SandboxEvent;
import dev.berth.supervisor.fake.FakeControlPlane;
import dev.berth.supervisor.program.SupervisorCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A sandbox folder, a control plane, and the supervisors that a test starts between them.
final class SandboxFixture implements AfterEachCallback, AutoCloseable {
    private final Path root;
    private Path folder;
    private final FakeControlPlane controlPlane;
    private final SupervisorCache cache;
    private final List<SupervisorProcess> started = new ArrayList<>();

    SandboxFixture() {
        this(SupervisorCacheOfTests.get());
    }

    /// @param cache of the supervisors here
    SandboxFixture(SupervisorCache cache) {
        this.cache = cache;
        try {
            root = ScratchFolder.next();
            folder = Files.createDirectory(root.resolve("sandbox"));
            controlPlane = new FakeControlPlane();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    /// Where the agent of every sandbox here lives that is given it with `--place`.
    Path place() {
        return root.resolve("place");
    }

    /// The next supervisor is that of another sandbox of the session.
    void nextSandbox() throws IOException {
        folder = Files.createDirectory(root.resolve("sandbox-" + started.size()));
        controlPlane.nextGeneration();
    }

    /// Where a test may put a snapshot.
    Path snapshot() {
        return root.resolve("snapshot");
    }

    FakeControlPlane controlPlane() {
        return controlPlane;
    }

    SupervisorProcess start(String... arguments) {
        return start(Map.of(), arguments);
    }

    SupervisorProcess start(Map<String, String> environment, String... arguments) {
        try {
            var supervisor = SupervisorProcess.start(folder, controlPlane, cache, environment, arguments);
            started.add(supervisor);
            return supervisor;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SupervisorProcess newest() {
        return started.getLast();
    }

    EventData.TurnEnded awaitEnd(String turn) {
        controlPlane.wake();
        await().atMost(Duration.ofSeconds(40))
                .until(() -> controlPlane.end(turn).isPresent()
                        || controlPlane.failure().isPresent());
        return controlPlane.end(turn).orElseThrow();
    }

    /// Runs a script to its end and returns what it printed.
    String run(String script) {
        var turn = controlPlane.queue(script);
        awaitEnd(turn);
        return controlPlane.output(turn);
    }

    void awaitOutput(String turn, String text) {
        controlPlane.wake();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> controlPlane.output(turn).contains(text));
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        close();
        if (context.getExecutionException().isPresent()) {
            started.forEach(supervisor -> System.err.println(supervisor.log()));
            System.err.println(controlPlane.failure());
            controlPlane.log().stream()
                    .map(SandboxEvent::data)
                    .filter(EventData.Error.class::isInstance)
                    .forEach(System.err::println);
        }
    }

    @Override
    public void close() throws IOException {
        started.forEach(SupervisorProcess::close);
        controlPlane.close();
    }
}
