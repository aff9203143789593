package dev.berth.session;

import dev.berth.event.WireName;

/// Where a session stands. `docs/architecture.md` has the diagram, which a test holds against [SessionLifecycle].
public enum SessionStatus implements WireName {
    QUEUED("queued"),
    STARTING("starting"),
    RUNNING("running"),
    STOPPING("stopping"),
    STOPPED("stopped"),
    FAILED("failed");

    private final String wireName;

    SessionStatus(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /// It has ended, and may be resumed.
    public boolean isEnded() {
        return this == STOPPED || this == FAILED;
    }

    /// A run of it holds a slot.
    public boolean holdsSlot() {
        return this == STARTING || this == RUNNING || this == STOPPING;
    }
}
