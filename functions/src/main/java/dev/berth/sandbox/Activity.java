package dev.berth.sandbox;

import dev.berth.session.SessionKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a session's sandbox was last heard of and last did something. It lives apart from the session's record, so that
/// heartbeats never race with its state.
///
/// @param viewedUntil somebody watches until then, as far as is known
public record Activity(
        SessionKey session,
        int generation,
        Instant heardAt,
        Instant lastActiveAt,
        @Nullable Instant viewedUntil) {

    Activity viewedUntil(Instant until) {
        return new Activity(session, generation, heardAt, lastActiveAt, until);
    }
}
