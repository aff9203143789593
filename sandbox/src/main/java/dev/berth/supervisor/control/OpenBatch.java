package dev.berth.supervisor.control;

import dev.berth.event.EventData;
import dev.berth.event.Json;
import dev.berth.protocol.Protocol;
import dev.berth.protocol.SandboxEvent;
import dev.berth.supervisor.output.TextSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/// Events that were not put into a batch yet.
final class OpenBatch {
    /// Of an event's JSON, all but its text, about.
    private static final int EVENT_BYTES = 200;

    /// Above it, batches cost more than anybody gains who waits.
    private static final Duration LOOKED_AT = Duration.ofSeconds(1);

    /// What belongs together is said within this time.
    private static final Duration GATHER = Duration.ofMillis(5);

    private final LongSupplier nanos;
    private final List<SandboxEvent> events = new ArrayList<>();
    private int bytes;
    private long openedNanos;
    private long takenNanos;

    /// @param nanos rises with the time that passes
    OpenBatch(LongSupplier nanos) {
        this.nanos = nanos;
        this.takenNanos = nanos.getAsLong();
    }

    void add(SandboxEvent event) {
        if (events.isEmpty()) {
            openedNanos = nanos.getAsLong();
            events.add(event);
        } else {
            StreamedText.joined(events.getLast(), event)
                    .ifPresentOrElse(joined -> events.set(events.size() - 1, joined), () -> events.add(event));
        }
        bytes += sizeOf(event.data());
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    boolean isFull() {
        return events.size() >= Protocol.MAX_BATCH_EVENTS || bytes >= Protocol.MAX_BATCH_BYTES;
    }

    /// Whether an event with this much in it should rather begin the next batch.
    boolean hasRoomFor(SandboxEvent event) {
        return bytes + sizeOf(event.data()) <= Protocol.MAX_BATCH_BYTES;
    }

    /// Until it is to be sent; zero when that is now. Where somebody may be looking, what follows a pause goes at
    /// once, and only what follows that waits.
    Duration dueIn(Duration flushAfter) {
        if (isFull()) {
            return Duration.ZERO;
        }
        var now = nanos.getAsLong();
        var left = flushAfter.minusNanos(now - openedNanos);
        if (flushAfter.compareTo(LOOKED_AT) <= 0) {
            left = shorter(left, longer(GATHER.minusNanos(now - openedNanos), flushAfter.minusNanos(now - takenNanos)));
        }
        return left.isNegative() ? Duration.ZERO : left;
    }

    /// Its events; it is empty from then on.
    List<SandboxEvent> take() {
        var taken = List.copyOf(events);
        events.clear();
        bytes = 0;
        takenNanos = nanos.getAsLong();
        return taken;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? b : a;
    }

    private static int sizeOf(EventData data) {
        return EVENT_BYTES
                + switch (data) {
                    case EventData.CommandOutput output -> TextSize.json(output.text());
                    case EventData.AgentText text -> TextSize.json(text.text());
                    case EventData.ToolResult result -> TextSize.json(result.output());
                    case EventData.ToolCall call -> Json.MAPPER.writeValueAsBytes(call.input()).length;
                    case EventData.FileChanged change -> TextSize.json(change.path());
                    default -> 0;
                };
    }
}
