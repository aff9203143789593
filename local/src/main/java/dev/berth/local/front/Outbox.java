package dev.berth.local.front;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/// What is to be sent on one connection. Until it is open a few messages wait; more than that are dropped, since a
/// socket only wakes.
final class Outbox {
    private static final int MAX_WAITING = 16;

    private final Queue<String> waiting = new ArrayDeque<>();
    private @Nullable Session session;

    synchronized boolean send(String message) {
        if (session == null) {
            return waiting.size() >= MAX_WAITING || waiting.add(message);
        }
        if (!session.isOpen()) {
            return false;
        }
        session.sendText(message, Callback.NOOP);
        return true;
    }

    synchronized void open(Session opened) {
        session = opened;
        waiting.forEach(message -> opened.sendText(message, Callback.NOOP));
        waiting.clear();
    }

    synchronized Optional<Session> session() {
        return Optional.ofNullable(session);
    }
}
