package dev.berth.organization;

public record Organization(String id, Settings settings, Limits limits) {
    public record Settings(boolean persistentSandboxes) {}

    public record Limits(int concurrentSessions, int queuedSessions, int maxLifetimeMinutes) {}
}
