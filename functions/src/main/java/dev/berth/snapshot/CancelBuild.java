package dev.berth.snapshot;

import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import dev.berth.profile.VersionKey;
import dev.berth.store.BerthStore;
import dev.berth.store.Optimistic;
import java.time.Clock;
import java.util.Optional;

/// Ends a running build. What an earlier build made stays.
public final class CancelBuild {
    private static final Failure CANCELLED = new Failure(
            "build_cancelled", "The build was cancelled.", "Refresh the snapshot to build it again.", MustAct.CALLER);

    private final Snapshots snapshots;
    private final EndBuild endBuild;
    private final Clock clock;

    public CancelBuild(BerthStore store, EndBuild endBuild, Clock clock) {
        this.snapshots = new Snapshots(store);
        this.endBuild = endBuild;
        this.clock = clock;
    }

    public Snapshot cancel(VersionKey version) {
        return Optimistic.retry(() -> attempt(version));
    }

    private Optional<Snapshot> attempt(VersionKey version) {
        var snapshot = snapshots.get(version);
        if (!snapshot.build().isActive()) {
            throw SnapshotProblems.nothingToCancel(snapshot.build());
        }
        var cancelled = snapshot.failed(CANCELLED, clock.instant());
        return endBuild.end(snapshot, cancelled) ? Optional.of(cancelled) : Optional.empty();
    }
}
