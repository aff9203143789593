package dev.berth.snapshot;

import dev.berth.profile.Draft;

/// Whether sessions can be started from a profile.
public sealed interface Startability {
    /// @param artifact of the newest ready snapshot of that version
    record Ready(String profile, int version, Draft content, Artifact artifact) implements Startability {}

    /// @param reason `no_version`, `snapshot_building` or `snapshot_failed`
    record NotStartable(String reason, String detail, String remedy) implements Startability {}

    /// There is no such profile, or it has no such version.
    record Unknown() implements Startability {}
}
