package dev.berth.snapshot;

import dev.berth.event.WireName;
import dev.berth.profile.Draft;
import dev.berth.profile.VersionKey;

/// Whether a session can be started from a profile now.
public sealed interface Startable {
    record Ready(VersionKey version, Draft content, Artifact artifact) implements Startable {}

    record NotStartable(Reason reason, String detail, String remedy) implements Startable {}

    /// The organization has no such profile, or the profile no such version.
    record Unknown(String detail) implements Startable {}

    enum Reason implements WireName {
        NO_VERSION("no_version"),
        SNAPSHOT_BUILDING("snapshot_building"),
        SNAPSHOT_FAILED("snapshot_failed");

        private final String wireName;

        Reason(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }
}
