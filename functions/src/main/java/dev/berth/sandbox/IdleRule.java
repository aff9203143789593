package dev.berth.sandbox;

import dev.berth.session.Session;
import dev.berth.session.SessionStatus;
import java.time.Instant;

/// When a session is idle: nothing runs, nothing is queued, and its idle time has passed.
final class IdleRule {
    private IdleRule() {}

    /// @param countsFrom time before this does not count: the clock cannot be trusted about it
    static boolean isIdle(Session session, Instant lastActiveAt, Instant countsFrom, Instant now) {
        if (session.status() != SessionStatus.RUNNING || session.turn() != null || session.queuedMessages() > 0) {
            return false;
        }
        var startedAt = session.startedAt();
        var since = latest(latest(lastActiveAt, countsFrom), startedAt == null ? now : startedAt);
        return !now.isBefore(since.plus(session.spec().idleTimeout()));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
