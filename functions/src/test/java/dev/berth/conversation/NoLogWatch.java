package dev.berth.conversation;

import dev.berth.session.SessionKey;
import java.time.Duration;

/// Nobody waits for events.
public final class NoLogWatch implements LogWatch {
    @Override
    public void appended(SessionKey session, long lastSeq) {}

    @Override
    public void await(SessionKey session, long after, Duration atMost) {}
}
