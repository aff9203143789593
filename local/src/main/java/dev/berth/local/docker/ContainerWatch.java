package dev.berth.local.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.EventType;
import dev.berth.sandbox.SandboxRef;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears from the engine when a sandbox' container ends. Whenever it begins to listen, all are looked at once: what
/// happened before was not heard.
final class ContainerWatch implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerWatch.class);
    private static final Duration LISTEN_AGAIN = Duration.ofMillis(500);

    /// The engine answers before it listens itself.
    private static final Duration LISTENING_WITHIN = Duration.ofSeconds(2);

    private final Containers containers;
    private final Runnable lookAtAll;
    private final Consumer<SandboxRef> ended;
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
        try (var events = new Deaths()) {
            containers
                    .engine()
                    .works()
                    .eventsCmd()
                    .withEventTypeFilter(EventType.CONTAINER)
                    .withEventFilter("die")
                    .withLabelFilter(Map.of(
                            Labels.INSTALLATION, containers.installation(), Labels.PURPOSE, Labels.SESSION_PURPOSE))
                    .exec(events);
            events.awaitStarted();
            lookAtAll.run();
            events.awaitCompletion(LISTENING_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            lookAtAll.run();
            events.awaitCompletion();
        } catch (IOException | RuntimeException engineAway) {
            LOG.debug("The engine does not answer", engineAway);
        }
    }

    private final class Deaths extends ResultCallback.Adapter<Event> {
        @Override
        public void onNext(Event event) {
            if (event.getActor() != null && event.getActor().getAttributes() != null) {
                ended.accept(Labels.sandbox(event.getActor().getAttributes()));
            }
        }
    }
}
