package dev.berth.snapshot;

import dev.berth.profile.Draft;
import dev.berth.store.BerthStore;
import java.time.Clock;

/// Has a snapshot's newest build run. The row says so first, so that nothing is started that was cancelled meanwhile;
/// when the builder cannot start it, the row takes that back, and the attempt does not count.
public final class StartBuild {
    private final Snapshots snapshots;
    private final SnapshotBuilder builder;
    private final Clock clock;

    public StartBuild(BerthStore store, SnapshotBuilder builder, Clock clock) {
        this.snapshots = new Snapshots(store);
        this.builder = builder;
        this.clock = clock;
    }

    /// @param read as it was read; when another write came between, whoever made it goes on instead
    public void start(Snapshot read, Draft content) {
        var started = read.started(clock.instant());
        if (snapshots.replace(read, started)) {
            var request = request(started, content);
            if (!LeftToSweep.attempt("start " + request.build(), () -> builder.start(request))) {
                snapshots.replace(started, started.notStarted(read));
            }
        }
    }

    private static BuildRequest request(Snapshot snapshot, Draft content) {
        var version = snapshot.version();
        return new BuildRequest(
                snapshot.build().id(),
                version.profile().organization(),
                version.profile().profile(),
                version.number(),
                content,
                BuildLimits.SETUP);
    }
}
