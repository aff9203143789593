package dev.berth.session;

import dev.berth.event.WireName;

/// What the newest run's workspace begins with.
public enum WorkspaceOrigin implements WireName {
    /// The snapshot alone.
    FRESH("fresh"),
    /// What the session's last archive holds.
    RESTORED("restored");

    private final String wireName;

    WorkspaceOrigin(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
