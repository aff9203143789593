package dev.berth.conversation;

import org.jspecify.annotations.Nullable;

/// Wakes a sandbox over its WebSocket.
public final class SocketSandboxWaker implements SandboxWaker {
    private static final String WAKE = "{\"wake\":true}";

    private final SocketConnections connections;
    private final Sockets sockets;

    public SocketSandboxWaker(SocketConnections connections, Sockets sockets) {
        this.connections = connections;
        this.sockets = sockets;
    }

    @Override
    public void wake(@Nullable String sandbox) {
        if (sandbox != null) {
            connections.ofSandbox(sandbox).ifPresent(connection -> sockets.send(connection.id(), WAKE));
        }
    }
}
