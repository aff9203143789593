package dev.berth.conversation;

import java.time.Instant;

/// Opens one WebSocket, once, until it expires.
public record SocketTicket(String ticket, String organization, Instant expiresAt) {}
