package dev.berth.supervisor;

import dev.berth.event.EventData;
import dev.berth.event.EventData.AgentText;
import dev.berth.event.EventData.CommandOutput;
import dev.berth.supervisor.output.TextSize;

/// Limits what an agent streams into the log in one turn: of text and output that comes in pieces, the whole comes too.
final class StreamedBytes {
    private final long limit;
    private long bytes;

    StreamedBytes(long limit) {
        this.limit = limit;
    }

    enum Admission {
        AS_IT_IS,
        FIRST_OVER_LIMIT,
        OVER_LIMIT
    }

    synchronized void begin() {
        bytes = 0;
    }

    synchronized Admission admit(EventData data) {
        var size = size(data);
        if (size == 0) {
            return Admission.AS_IT_IS;
        }
        var before = bytes;
        bytes += size;
        if (bytes <= limit) {
            return Admission.AS_IT_IS;
        }
        return before <= limit ? Admission.FIRST_OVER_LIMIT : Admission.OVER_LIMIT;
    }

    private static int size(EventData data) {
        return switch (data) {
            case CommandOutput output when output.call() != null -> TextSize.utf8(output.text());
            case AgentText text when Boolean.TRUE.equals(text.partial()) -> TextSize.utf8(text.text());
            default -> 0;
        };
    }
}
