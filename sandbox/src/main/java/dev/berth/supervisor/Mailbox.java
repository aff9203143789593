package dev.berth.supervisor;

import dev.berth.event.EventData;
import dev.berth.supervisor.process.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// Signals in the order they came. The deadline of what is being done now is here too, since a stop brings it forward.
final class Mailbox {
    private static final Duration LEFT_WHEN_STOPPING = Duration.ofSeconds(5);

    private final LinkedBlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private @Nullable Deadline current;
    private boolean stopping;
    private volatile boolean attended;

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

    /// Ends of turns that were told and not taken yet; other signals are dropped.
    List<EventData.TurnEnded> takeTurnEnds() {
        var waiting = new ArrayList<Signal>();
        signals.drainTo(waiting);
        return waiting.stream()
                .filter(Signal.TurnEnded.class::isInstance)
                .map(signal -> ((Signal.TurnEnded) signal).end())
                .toList();
    }

    /// From now on signals are taken, so that a stop ends in good order.
    void attend() {
        attended = true;
    }

    boolean isAttended() {
        return attended;
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
