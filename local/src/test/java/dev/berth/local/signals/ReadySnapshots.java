package dev.berth.local.signals;

import dev.berth.snapshot.Artifact;
import dev.berth.snapshot.BuildObservation;
import dev.berth.snapshot.BuildRequest;
import dev.berth.snapshot.SnapshotBuilder;
import dev.berth.snapshot.SnapshotObserver;

/// Every build succeeds, a little later.
final class ReadySnapshots implements SnapshotBuilder {
    private final Agenda agenda;
    private SnapshotObserver observer = _ -> {};

    ReadySnapshots(Agenda agenda) {
        this.agenda = agenda;
    }

    void tell(SnapshotObserver told) {
        observer = told;
    }

    @Override
    public void start(BuildRequest request) {
        agenda.add(() -> observer.ended(request.build()));
    }

    @Override
    public void cancel(String build) {}

    @Override
    public BuildObservation observe(String build) {
        return new BuildObservation.Succeeded(new Artifact("played", build));
    }

    @Override
    public String log(String build) {
        return "";
    }

    @Override
    public void discard(Artifact artifact) {}
}
