package dev.berth.local.front;

import java.io.IOException;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One open socket. Public, since the server reaches it by reflection.
public final class SocketListener implements Session.Listener.AutoDemanding {
    private static final Logger LOG = LoggerFactory.getLogger(SocketListener.class);

    private final SocketConnection connection;
    private final LocalSockets sockets;

    SocketListener(SocketConnection connection, LocalSockets sockets) {
        this.connection = connection;
        this.sockets = sockets;
    }

    @Override
    public void onWebSocketOpen(Session session) {
        sockets.opened(connection.id(), session);
    }

    @Override
    public void onWebSocketText(String message) {
        try {
            var reply = connection.message(message);
            if (reply.body() != null) {
                sockets.send(connection.id(), reply.body());
            }
        } catch (IOException | RuntimeException failure) {
            LOG.error("The sockets function failed with a message", failure);
        }
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        LOG.debug("A socket broke", cause);
    }

    @Override
    public void onWebSocketClose(int statusCode, @Nullable String reason, Callback callback) {
        sockets.closed(connection.id());
        try {
            connection.disconnect(statusCode, reason);
        } catch (IOException | RuntimeException failure) {
            LOG.error("The sockets function failed with the end of a connection", failure);
        }
        callback.succeed();
    }
}
