package dev.berth.organization;

/// A team that uses Berth: everything else belongs to one.
///
/// @param version rises with each write
public record Organization(String id, String name, Settings settings, Limits limits, long version) {

    /// @param persistentSandboxes sessions may keep their workspace; the profile has to want it too
    public record Settings(boolean persistentSandboxes) {
        static final Settings DEFAULT = new Settings(false);
    }

    /// @param maxLifetimeMinutes of one run, whatever the profile says
    public record Limits(int concurrentSessions, int queuedSessions, int maxLifetimeMinutes) {
        static final Limits DEFAULT = new Limits(10, 100, 1440);
    }

    static Organization named(String id, String name) {
        return new Organization(id, name, Settings.DEFAULT, Limits.DEFAULT, 1);
    }
}
