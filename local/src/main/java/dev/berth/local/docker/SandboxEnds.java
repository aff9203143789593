package dev.berth.local.docker;

import dev.berth.local.driver.SandboxFolders;
import dev.berth.sandbox.Observation;
import dev.berth.sandbox.SandboxObserver;
import dev.berth.sandbox.SandboxRef;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings sandboxes to their end: asks them, tells of it, keeps their log, removes their container.
final class SandboxEnds {
    static final Duration GRACE = Duration.ofSeconds(20);
    static final String NOTHING_LEFT = "No container of it is left";

    private static final Logger LOG = LoggerFactory.getLogger(SandboxEnds.class);

    /// The engine may be away for as long as its own restart takes; after that the sweep asks again.
    private static final Duration ENGINE_AWAITED = Duration.ofMinutes(5);

    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

    private final Containers containers;
    private final SandboxFolders folders;
    private final SandboxObserver observer;
    private final Set<String> ending = ConcurrentHashMap.newKeySet();

    SandboxEnds(Containers containers, SandboxFolders folders, SandboxObserver observer) {
        this.containers = containers;
        this.folders = folders;
        this.observer = observer;
    }

    void stop(SandboxRef sandbox) {
        Thread.ofVirtual().name("stop " + sandbox.id()).start(() -> {
            try {
                stopPersistently(sandbox);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failure) {
                LOG.error("Could not stop sandbox {}", sandbox.id(), failure);
            }
        });
    }

    /// Ends every sandbox whose container has ended, or was removed by somebody else.
    void lookAtAll() {
        containers.all(Labels.SESSION_PURPOSE).stream()
                .filter(SandboxContainers::hasEnded)
                .map(container -> Labels.sandbox(container.getLabels()))
                .forEach(this::ended);
    }

    /// Tells of a sandbox whose container has ended, and removes what is left of it. Told before it is written, so that
    /// a control plane that dies in between tells it again.
    void ended(SandboxRef sandbox) {
        if (ending.add(sandbox.id())) {
            Thread.ofVirtual().name("end " + sandbox.id()).start(() -> {
                try {
                    end(sandbox);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (IOException | RuntimeException failure) {
                    LOG.error("Could not end sandbox {}", sandbox.id(), failure);
                } finally {
                    ending.remove(sandbox.id());
                }
            });
        }
    }

    private void stopPersistently(SandboxRef sandbox) throws InterruptedException {
        var limit = System.nanoTime() + ENGINE_AWAITED.toNanos();
        while (true) {
            try {
                stopNow(sandbox);
                return;
            } catch (RuntimeException engineAway) {
                if (System.nanoTime() > limit) {
                    throw engineAway;
                }
                Thread.sleep(ASK_AGAIN);
            }
        }
    }

    private void stopNow(SandboxRef sandbox) {
        if (containers.inspect(sandbox.id()).isPresent()) {
            containers.stop(sandbox.id(), (int) GRACE.toSeconds());
            ended(sandbox);
        } else if (folders.contains(sandbox) && folders.end(sandbox).isEmpty()) {
            ended(sandbox);
        } else {
            observer.gone(sandbox, new Observation.Gone(folders.end(sandbox).orElse(NOTHING_LEFT)));
        }
    }

    private void end(SandboxRef sandbox) throws IOException, InterruptedException {
        if (folders.end(sandbox).isEmpty()) {
            var detail = containers.inspect(sandbox.id()).map(ExitDetail::of).orElse(NOTHING_LEFT);
            observer.gone(sandbox, new Observation.Gone(detail));
            Remains.keep(containers, sandbox, folders.create(sandbox));
            folders.writeEnd(sandbox, detail);
        }
        containers.remove(sandbox.id());
    }
}
