package dev.berth.snapshot;

import dev.berth.event.BusEvent;
import dev.berth.store.BerthStore;
import dev.berth.trigger.EventBus;

/// Records that a build has ended, sees to it that nothing of it runs on, and tells everybody. A build ends once:
/// whoever comes later finds it ended.
public final class EndBuild {
    private final Snapshots snapshots;
    private final SnapshotBuilder builder;
    private final EventBus bus;

    public EndBuild(BerthStore store, SnapshotBuilder builder, EventBus bus) {
        this.snapshots = new Snapshots(store);
        this.builder = builder;
        this.bus = bus;
    }

    /// @return false when another write came between
    boolean end(Snapshot read, Snapshot ended) {
        if (!snapshots.replace(read, ended)) {
            return false;
        }
        LeftToSweep.attempt("settle " + ended.build().id(), () -> settle(ended));
        return true;
    }

    /// Does what follows from a build's end. May be repeated.
    void settle(Snapshot ended) {
        builder.cancel(ended.build().id());
        bus.publish(event(ended));
        snapshots.replace(ended, ended.settled());
    }

    private static BusEvent.SnapshotEnded event(Snapshot ended) {
        var version = ended.version();
        var build = ended.build();
        return new BusEvent.SnapshotEnded(
                version.profile().organization(),
                version.profile().profile(),
                version.number(),
                build.status().wireName(),
                build.failure(),
                build.endedAt() == null ? build.requestedAt() : build.endedAt());
    }
}
