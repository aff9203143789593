package dev.berth.snapshot;

import dev.berth.profile.Versions;
import dev.berth.store.BerthStore;
import java.time.Clock;

/// Finds what a process that died left undone: builds nobody runs, ends nobody recorded or told of, artifacts nobody
/// needs. Called at start and each minute; it may overlap with itself and with everything it repairs.
public final class SweepSnapshots {
    private final Snapshots snapshots;
    private final Versions versions;
    private final SnapshotBuilder builder;
    private final StartBuild startBuild;
    private final RecordBuild recordBuild;
    private final EndBuild endBuild;
    private final Clock clock;

    public SweepSnapshots(
            BerthStore store,
            SnapshotBuilder builder,
            StartBuild startBuild,
            RecordBuild recordBuild,
            EndBuild endBuild,
            Clock clock) {
        this.snapshots = new Snapshots(store);
        this.versions = new Versions(store);
        this.builder = builder;
        this.startBuild = startBuild;
        this.recordBuild = recordBuild;
        this.endBuild = endBuild;
        this.clock = clock;
    }

    public void sweep() {
        for (var seen : snapshots.unfinished()) {
            LeftToSweep.attempt(
                    "sweep " + seen.version(),
                    () -> snapshots.find(seen.version()).ifPresent(this::sweep));
        }
    }

    private void sweep(Snapshot snapshot) {
        if (snapshot.build().isActive()) {
            sweepBuild(snapshot);
        } else if (!snapshot.build().settled()) {
            endBuild.settle(snapshot);
        } else {
            discardSuperseded(snapshot);
        }
    }

    private void sweepBuild(Snapshot snapshot) {
        var build = snapshot.build();
        switch (SweepDecision.of(build, builder.observe(build.id()), clock.instant())) {
            case SweepDecision.Wait() -> {}
            case SweepDecision.Start() ->
                versions.content(snapshot.version()).ifPresent(content -> startBuild.start(snapshot, content));
            case SweepDecision.Record() -> recordBuild.ended(build.id());
            case SweepDecision.GiveUp(var failure) -> endBuild.end(snapshot, snapshot.failed(failure, clock.instant()));
        }
    }

    private void discardSuperseded(Snapshot snapshot) {
        var before = clock.instant().minus(BuildLimits.SUPERSEDED_KEPT);
        var old = snapshot.superseded().stream()
                .filter(superseded -> superseded.since().isBefore(before))
                .toList();
        old.forEach(superseded -> builder.discard(superseded.artifact()));
        if (!old.isEmpty()) {
            snapshots.replace(snapshot, snapshot.without(old));
        }
    }
}
