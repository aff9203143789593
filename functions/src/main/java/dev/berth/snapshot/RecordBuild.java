package dev.berth.snapshot;

import dev.berth.snapshot.BuildObservation.Building;
import dev.berth.snapshot.BuildObservation.Failed;
import dev.berth.snapshot.BuildObservation.Succeeded;
import dev.berth.snapshot.BuildObservation.Unknown;
import dev.berth.store.BerthStore;
import dev.berth.store.Optimistic;
import java.time.Clock;
import java.util.Optional;

/// Records what came of a build, if it is still the one its version waits for; what any other build made is discarded.
public final class RecordBuild implements SnapshotObserver {
    private final Snapshots snapshots;
    private final SnapshotBuilder builder;
    private final EndBuild endBuild;
    private final Clock clock;

    public RecordBuild(BerthStore store, SnapshotBuilder builder, EndBuild endBuild, Clock clock) {
        this.snapshots = new Snapshots(store);
        this.builder = builder;
        this.endBuild = endBuild;
        this.clock = clock;
    }

    @Override
    public void ended(String build) {
        var observation = builder.observe(build);
        Optimistic.retry(() -> {
            var snapshot = snapshots.ofBuild(build).flatMap(snapshots::find);
            return record(build, observation, snapshot) ? Optional.of(true) : Optional.empty();
        });
    }

    private boolean record(String build, BuildObservation observation, Optional<Snapshot> found) {
        if (found.filter(snapshot -> isAwaited(build, snapshot)).isEmpty()) {
            discardOrphan(observation, found);
            return true;
        }
        var snapshot = found.get();
        return switch (observation) {
            case Succeeded(var artifact) -> endBuild.end(snapshot, snapshot.succeeded(artifact, clock.instant()));
            case Failed(var failure) -> endBuild.end(snapshot, snapshot.failed(failure, clock.instant()));
            case Building(), Unknown() -> true;
        };
    }

    private static boolean isAwaited(String build, Snapshot snapshot) {
        return snapshot.build().id().equals(build) && snapshot.build().isActive();
    }

    private void discardOrphan(BuildObservation observation, Optional<Snapshot> snapshot) {
        if (observation instanceof Succeeded(var artifact)
                && snapshot.filter(owner -> owner.knows(artifact)).isEmpty()) {
            builder.discard(artifact);
        }
    }
}
