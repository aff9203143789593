package dev.berth.local.cli.session;

import dev.berth.event.EventData;
import dev.berth.event.SessionEvent;
import dev.berth.event.TurnOutcome;
import org.jspecify.annotations.Nullable;

/// How far a watched session is, by the events read so far.
///
/// @param status the newest told; absent before the first
/// @param turns that ended
/// @param outcome of the last turn that ended
public record Progress(
        long lastSeq,
        @Nullable String status,
        int turns,
        @Nullable TurnOutcome outcome) {

    static Progress after(long seq) {
        return new Progress(seq, null, 0, null);
    }

    /// An event of a type that this version does not know counts too.
    Progress passed(long seq) {
        return new Progress(seq, status, turns, outcome);
    }

    Progress with(SessionEvent event) {
        return switch (event.data()) {
            case EventData.SessionStatus told -> new Progress(event.seq(), told.status(), turns, outcome);
            case EventData.TurnEnded ended -> new Progress(event.seq(), status, turns + 1, ended.outcome());
            default -> passed(event.seq());
        };
    }

    public boolean sessionEnded() {
        return "stopped".equals(status) || sessionFailed();
    }

    public boolean sessionFailed() {
        return "failed".equals(status);
    }
}
