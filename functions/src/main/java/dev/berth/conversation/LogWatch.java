package dev.berth.conversation;

import dev.berth.session.SessionKey;
import java.time.Duration;

/// Lets a reader wait for the next event of a session.
public interface LogWatch {
    /// A log has grown up to here.
    void appended(SessionKey session, long lastSeq);

    /// Waits until the log reaches past a `seq`, or for so long. Returning early is no error: the reader reads again.
    void await(SessionKey session, long after, Duration atMost);
}
