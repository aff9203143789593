package dev.berth.local.front;

import dev.berth.conversation.Sockets;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/// The WebSocket connections that are open in this process.
public final class LocalSockets implements Sockets {
    private final Map<String, Outbox> outboxes = new ConcurrentHashMap<>();

    @Override
    public boolean send(String connection, String message) {
        var outbox = outboxes.get(connection);
        return outbox != null && outbox.send(message);
    }

    /// From here on messages are taken: whoever learns of a connection while it is being accepted may send at once.
    void accepting(String connection) {
        outboxes.put(connection, new Outbox());
    }

    void opened(String connection, Session session) {
        var outbox = outboxes.get(connection);
        if (outbox != null) {
            outbox.open(session);
        }
    }

    void closed(String connection) {
        outboxes.remove(connection);
    }

    /// Keeps idle connections open, and finds the ones whose other end vanished.
    void pingAll() {
        outboxes.values().forEach(outbox -> outbox.session().ifPresent(LocalSockets::ping));
    }

    private static void ping(Session session) {
        session.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
    }
}
