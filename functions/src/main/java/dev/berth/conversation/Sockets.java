package dev.berth.conversation;

/// Sends to open WebSocket connections. A socket only wakes: a message that does not arrive loses nothing.
public interface Sockets {
    /// @return false when that connection is gone
    boolean send(String connection, String message);
}
