package dev.berth.supervisor.codex;

import dev.berth.event.EventData;
import dev.berth.supervisor.codex.Notification.Tokens;
import dev.berth.supervisor.codex.Notification.TokensUsed;
import org.jspecify.annotations.Nullable;

/// Tells the tokens of one turn from those of its thread. Codex counts per thread, over all its turns and processes.
final class TurnUsage {
    private @Nullable Tokens total;
    private @Nullable Tokens before;

    synchronized void begin() {
        before = total;
    }

    synchronized void used(TokensUsed used) {
        if (before == null) {
            before = used.total().minus(used.last());
        }
        total = used.total();
    }

    /// Null when no model was asked.
    synchronized EventData.@Nullable Usage ofTurn() {
        if (total == null || before == null || total.equals(before)) {
            return null;
        }
        var used = total.minus(before);
        return new EventData.Usage(Math.max(0, used.input()), Math.max(0, used.output()));
    }
}
