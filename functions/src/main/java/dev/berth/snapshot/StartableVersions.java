package dev.berth.snapshot;

import dev.berth.profile.ProfileKey;
import dev.berth.profile.Profiles;
import dev.berth.profile.VersionKey;
import dev.berth.profile.Versions;
import dev.berth.snapshot.Startable.NotStartable;
import dev.berth.snapshot.Startable.Reason;
import dev.berth.snapshot.Startable.Unknown;
import dev.berth.store.BerthStore;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds what a session is started from, by three consistent reads.
///
/// Without a version that is the newest one that can be started: while version 4 builds, or when it failed, sessions
/// start from version 3. Only when no version can be started is the answer why the newest cannot. A version that is
/// asked for by its number is that one or none.
public final class StartableVersions {
    private final Profiles profiles;
    private final Versions versions;
    private final Snapshots snapshots;

    public StartableVersions(BerthStore store) {
        this.profiles = new Profiles(store);
        this.versions = new Versions(store);
        this.snapshots = new Snapshots(store);
    }

    public Startable find(String organization, String profile, @Nullable Integer version) {
        var key = new ProfileKey(organization, profile);
        if (profiles.find(key).isEmpty()) {
            return new Unknown("There is no profile '%s'.".formatted(profile));
        }
        return version == null ? newest(key) : of(key.version(version));
    }

    private Startable of(VersionKey version) {
        return snapshots
                .find(version)
                .map(this::of)
                .orElseGet(() -> new Unknown("The profile '%s' has no version %d."
                        .formatted(version.profile().profile(), version.number())));
    }

    private Startable newest(ProfileKey profile) {
        var newestFirst = snapshots.newestFirst(profile).iterator();
        if (!newestFirst.hasNext()) {
            return new NotStartable(
                    Reason.NO_VERSION,
                    "The profile '%s' has no published version.".formatted(profile.profile()),
                    "Publish its draft with POST /v1/profiles/%s/versions.".formatted(profile.profile()));
        }
        var newest = newestFirst.next();
        return of(firstReady(newest, newestFirst).orElse(newest));
    }

    private static Optional<Snapshot> firstReady(Snapshot newest, Iterator<Snapshot> older) {
        var candidate = newest;
        while (candidate.ready() == null && older.hasNext()) {
            candidate = older.next();
        }
        return candidate.ready() == null ? Optional.empty() : Optional.of(candidate);
    }

    private Startable of(Snapshot snapshot) {
        var ready = snapshot.ready();
        if (ready == null) {
            return notReady(snapshot);
        }
        return versions.content(snapshot.version())
                .<Startable>map(content -> new Startable.Ready(snapshot.version(), content, ready.artifact()))
                .orElseGet(() -> new Unknown("The version was removed just now."));
    }

    private static Startable notReady(Snapshot snapshot) {
        var version = snapshot.version();
        var failure = snapshot.build().failure();
        return failure == null
                ? new NotStartable(
                        Reason.SNAPSHOT_BUILDING,
                        "The snapshot of version %d is still being built.".formatted(version.number()),
                        "Wait until GET /v1/profiles/%s/versions/%d/snapshot says ready."
                                .formatted(version.profile().profile(), version.number()))
                : new NotStartable(
                        Reason.SNAPSHOT_FAILED,
                        "The snapshot of version %d could not be built: %s"
                                .formatted(version.number(), failure.detail()),
                        failure.remedy());
    }
}
