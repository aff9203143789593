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

    /// For what is kept of the sandbox, counted from the stop; what is left of the grace time is for telling the rest.
    private static final Duration KEPT_WITHIN_STOP = Duration.ofSeconds(15);

    private final LinkedBlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private @Nullable Deadline current;
    private @Nullable Deadline keeping;
    private @Nullable Deadline keptAtStop;
    private volatile boolean attended;

    synchronized void put(Signal signal) {
        if (signal instanceof Signal.Stop && keptAtStop == null) {
            keptAtStop = Deadline.in(KEPT_WITHIN_STOP);
            if (current != null) {
                current.bringForwardTo(LEFT_WHEN_STOPPING);
            }
            if (keeping != null) {
                keeping.bringForwardTo(KEPT_WITHIN_STOP);
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
        if (keptAtStop != null) {
            deadline.bringForwardTo(LEFT_WHEN_STOPPING);
        }
        current = deadline;
        return deadline;
    }

    /// Of an archive, from its making until it is stored.
    synchronized Deadline keepingDeadline(Duration time) {
        var deadline = Deadline.in(time);
        if (keptAtStop != null) {
            deadline.bringForwardTo(keptAtStop.remaining());
        }
        keeping = deadline;
        return deadline;
    }
}
