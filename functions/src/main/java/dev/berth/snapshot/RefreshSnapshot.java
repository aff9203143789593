package dev.berth.snapshot;

import dev.berth.organization.Ids;
import dev.berth.profile.Draft;
import dev.berth.profile.VersionKey;
import dev.berth.store.BerthStore;
import dev.berth.store.Optimistic;
import java.time.Clock;
import java.util.Optional;

/// Builds a version's snapshot again, as when what its setup script fetches has changed.
public final class RefreshSnapshot {
    private final Snapshots snapshots;
    private final StartBuild startBuild;
    private final Ids ids;
    private final Clock clock;

    public RefreshSnapshot(BerthStore store, StartBuild startBuild, Ids ids, Clock clock) {
        this.snapshots = new Snapshots(store);
        this.startBuild = startBuild;
        this.ids = ids;
        this.clock = clock;
    }

    /// @return the snapshot with its new build queued
    public Snapshot refresh(VersionKey version, Draft content) {
        var refreshed = Optimistic.retry(() -> request(version));
        startBuild.start(refreshed, content);
        return refreshed;
    }

    private Optional<Snapshot> request(VersionKey version) {
        var snapshot = snapshots.get(version);
        var now = clock.instant();
        return switch (RefreshDecision.of(snapshot.build(), now)) {
            case RefreshDecision.AlreadyBuilding(var build) -> throw SnapshotProblems.alreadyBuilding(build);
            case RefreshDecision.TooSoon(var possibleAt) -> throw SnapshotProblems.tooSoon(now, possibleAt);
            case RefreshDecision.BuildAgain() -> {
                var refreshed = snapshot.refreshed(ids.next("bld"), now);
                yield snapshots.replaceBuild(snapshot, refreshed) ? Optional.of(refreshed) : Optional.empty();
            }
        };
    }
}
