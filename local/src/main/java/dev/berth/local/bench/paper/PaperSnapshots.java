package dev.berth.local.bench.paper;

import dev.berth.snapshot.Artifact;
import dev.berth.snapshot.BuildObservation;
import dev.berth.snapshot.BuildRequest;
import dev.berth.snapshot.SnapshotBuilder;
import dev.berth.snapshot.SnapshotObserver;

/// Every snapshot is ready as soon as it is asked about.
record PaperSnapshots(SnapshotObserver observer) implements SnapshotBuilder {
    @Override
    public void start(BuildRequest request) {
        Thread.ofVirtual().start(() -> observer.ended(request.build()));
    }

    @Override
    public void cancel(String build) {
        // It has ended.
    }

    @Override
    public BuildObservation observe(String build) {
        return new BuildObservation.Succeeded(new Artifact(PaperSandboxes.NAME, build));
    }

    @Override
    public String log(String build) {
        return "";
    }

    @Override
    public void discard(Artifact artifact) {
        // There is nothing to remove.
    }
}
