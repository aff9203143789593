package dev.berth.session;

import dev.berth.event.WireName;

/// Why a session stops.
public enum StopReason implements WireName {
    USER("user"),
    IDLE("idle"),
    EXPIRED("expired"),
    COMPLETED("completed"),
    SHUTDOWN("shutdown"),
    LOST("lost"),
    FAILED("failed");

    private final String wireName;

    StopReason(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /// Where settling leads for this reason.
    public SessionStatus settledStatus() {
        return switch (this) {
            case USER, IDLE, EXPIRED, COMPLETED, SHUTDOWN -> SessionStatus.STOPPED;
            case LOST, FAILED -> SessionStatus.FAILED;
        };
    }
}
