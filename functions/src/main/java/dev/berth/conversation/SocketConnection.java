package dev.berth.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An open WebSocket and whose it is.
///
/// @param organization of a viewer
/// @param sandbox of a sandbox
/// @param watching the session a viewer asked to watch
public record SocketConnection(
        String id,
        @Nullable String organization,
        @Nullable String sandbox,
        @Nullable String watching,
        Instant expiresAt) {}
