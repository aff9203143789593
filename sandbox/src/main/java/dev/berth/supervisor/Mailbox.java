package dev.berth.supervisor;

import dev.berth.supervisor.process.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Signals in the order they came. The deadline of what is being done now is here too, since a stop brings it forward.
final class Mailbox {
    private static final Duration LEFT_WHEN_STOPPING = Duration.ofSeconds(5);

    private final LinkedBlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private @Nullable Deadline current;
    private boolean stopping;

    synchronized void put(Signal signal) {
        if (signal instanceof Signal.Stop) {
            stopping = true;
            if (current != null) {
                current.bringForwardTo(LEFT_WHEN_STOPPING);
            }
        }
        signals.add(signal);
    }

    Signal take() throws InterruptedException {
        return signals.take();
    }

    Optional<Signal> poll(Duration atMost) throws InterruptedException {
        return Optional.ofNullable(signals.poll(atMost.toNanos(), TimeUnit.NANOSECONDS));
    }

    synchronized Deadline deadline(Duration time) {
        var deadline = Deadline.in(time);
        if (stopping) {
            deadline.bringForwardTo(LEFT_WHEN_STOPPING);
        }
        current = deadline;
        return deadline;
    }
}
