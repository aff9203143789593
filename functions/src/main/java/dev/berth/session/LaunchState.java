package dev.berth.session;

import dev.berth.event.WireName;

/// How far the launch of the current generation has come.
public enum LaunchState implements WireName {
    /// No generation of this run was taken yet.
    NONE("none"),
    /// Written before the launch: its outcome is not known yet.
    PENDING("pending"),
    LAUNCHED("launched"),
    /// The substrate said that nothing of it is left.
    GONE("gone");

    private final String wireName;

    LaunchState(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
