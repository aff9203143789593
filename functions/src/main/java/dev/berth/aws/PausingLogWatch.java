package dev.berth.aws;

import dev.berth.conversation.LogWatch;
import dev.berth.session.SessionKey;
import java.time.Duration;

/// Lets a reader sleep for as long as it may and then read once. The function that appends and the one that reads share
/// nothing to wake each other by, and asking the table meanwhile would cost more than the wait is worth: whoever wants
/// news at once has a socket.
public final class PausingLogWatch implements LogWatch {
    @Override
    public void appended(SessionKey session, long lastSeq) {
        // Sockets tell.
    }

    @Override
    public void await(SessionKey session, long after, Duration atMost) {
        try {
            Thread.sleep(atMost);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
