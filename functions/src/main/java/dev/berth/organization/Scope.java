package dev.berth.organization;

import dev.berth.event.WireName;

/// What an API key may do. `admin` may do everything.
public enum Scope implements WireName {
    READ("read"),
    SESSIONS("sessions"),
    PROFILES("profiles"),
    ADMIN("admin");

    private final String wireName;

    Scope(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
