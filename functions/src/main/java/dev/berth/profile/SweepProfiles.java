package dev.berth.profile;

import dev.berth.snapshot.CancelBuild;
import dev.berth.snapshot.Snapshot;
import dev.berth.snapshot.SnapshotBuilder;
import dev.berth.snapshot.Snapshots;
import dev.berth.store.BerthStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes what deleted profiles leave: builds at once, artifacts and rows when no launch can be on its way to them.
/// The profile's own row goes last, so that a removal cut short is found again.
public final class SweepProfiles {
    private static final Logger LOG = LoggerFactory.getLogger(SweepProfiles.class);
    private static final Duration KEPT = Duration.ofHours(1);

    private final Profiles profiles;
    private final Drafts drafts;
    private final Versions versions;
    private final Snapshots snapshots;
    private final CancelBuild cancelBuild;
    private final SnapshotBuilder builder;
    private final Clock clock;

    public SweepProfiles(BerthStore store, CancelBuild cancelBuild, SnapshotBuilder builder, Clock clock) {
        this.profiles = new Profiles(store);
        this.drafts = new Drafts(store);
        this.versions = new Versions(store);
        this.snapshots = new Snapshots(store);
        this.cancelBuild = cancelBuild;
        this.builder = builder;
        this.clock = clock;
    }

    public void sweep() {
        for (var profile : profiles.deleted()) {
            try {
                sweep(profile);
            } catch (RuntimeException failed) {
                LOG.warn("Could not remove {}; the next sweep tries again", profile.key(), failed);
            }
        }
    }

    private void sweep(Profile profile) {
        IntStream.rangeClosed(1, profile.newestVersion())
                .mapToObj(profile.key()::version)
                .flatMap(version -> snapshots.find(version).stream())
                .filter(snapshot -> snapshot.build().isActive())
                .forEach(snapshot -> cancelBuild.cancel(snapshot.version()));
        if (isRemovable(profile, clock.instant())) {
            remove(profile);
        }
    }

    private static boolean isRemovable(Profile profile, Instant now) {
        return profile.deletedAt() != null && profile.deletedAt().plus(KEPT).isBefore(now);
    }

    private void remove(Profile profile) {
        IntStream.rangeClosed(1, profile.newestVersion())
                .mapToObj(profile.key()::version)
                .forEach(this::remove);
        drafts.remove(profile.key());
        profiles.remove(profile.key());
    }

    private void remove(VersionKey version) {
        snapshots.find(version).stream().flatMap(Snapshot::artifacts).forEach(builder::discard);
        snapshots.delete(version);
        versions.remove(version);
    }
}
