package dev.berth.local.docker;

import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.EventType;
import dev.berth.sandbox.SandboxRef;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears from the engine when a sandbox' container ends. Whenever it begins to listen, all are looked at once: the
/// engine forgets what it told nobody when it is started again.
final class ContainerWatch implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerWatch.class);
    private static final Duration LISTEN_AGAIN = Duration.ofMillis(500);

    private final Containers containers;
    private final Runnable lookAtAll;
    private final Consumer<SandboxRef> ended;
    private volatile long heardUntil;
    private final Thread thread = Thread.ofVirtual().name("container watch").unstarted(this::listen);

    ContainerWatch(Containers containers, Runnable lookAtAll, Consumer<SandboxRef> ended) {
        this.containers = containers;
        this.lookAtAll = lookAtAll;
        this.ended = ended;
    }

    void begin() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void listen() {
        try {
            while (true) {
                listenOnce();
                Thread.sleep(LISTEN_AGAIN);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void listenOnce() throws InterruptedException {
        try (var deaths = new EngineStream<Event>(this::died)) {
            containers
                    .engine()
                    .works()
                    .eventsCmd()
                    .withSince(since())
                    .withEventTypeFilter(EventType.CONTAINER)
                    .withEventFilter("die")
                    .withLabelFilter(Map.of(
                            Labels.INSTALLATION, containers.installation(), Labels.PURPOSE, Labels.SESSION_PURPOSE))
                    .exec(deaths);
            deaths.awaitStart();
            lookAtAll.run();
            deaths.awaitEnd();
        } catch (IOException | RuntimeException engineAway) {
            LOG.debug("The engine does not answer", engineAway);
        }
    }

    /// From where the engine is to tell: it remembers its last events.
    private String since() {
        if (heardUntil == 0) {
            var now = String.valueOf(containers.engine().info().getSystemTime());
            heardUntil = Instant.parse(now).getEpochSecond();
        }
        return Long.toString(heardUntil);
    }

    private void died(Event event) {
        if (event.getTime() != null) {
            heardUntil = event.getTime();
        }
        if (event.getActor() != null && event.getActor().getAttributes() != null) {
            ended.accept(Labels.sandbox(event.getActor().getAttributes()));
        }
    }
}
