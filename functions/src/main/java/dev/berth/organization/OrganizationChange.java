package dev.berth.organization;

import org.jspecify.annotations.Nullable;

/// What is to become of an organization, as a JSON merge patch: what is absent stays.
record OrganizationChange(
        @Nullable String name,
        @Nullable Settings settings,
        @Nullable Limits limits) {

    record Settings(@Nullable Boolean persistentSandboxes) {}

    record Limits(
            @Nullable Integer concurrentSessions,
            @Nullable Integer queuedSessions,
            @Nullable Integer maxLifetimeMinutes) {}

    Organization of(Organization old) {
        return new Organization(
                old.id(),
                or(name, old.name()),
                settings == null ? old.settings() : settings(settings, old.settings()),
                limits == null ? old.limits() : limits(limits, old.limits()),
                old.version() + 1);
    }

    private static Organization.Settings settings(Settings change, Organization.Settings old) {
        return new Organization.Settings(or(change.persistentSandboxes(), old.persistentSandboxes()));
    }

    private static Organization.Limits limits(Limits change, Organization.Limits old) {
        return new Organization.Limits(
                or(change.concurrentSessions(), old.concurrentSessions()),
                or(change.queuedSessions(), old.queuedSessions()),
                or(change.maxLifetimeMinutes(), old.maxLifetimeMinutes()));
    }

    private static <T> T or(@Nullable T value, T absent) {
        return value == null ? absent : value;
    }
}
