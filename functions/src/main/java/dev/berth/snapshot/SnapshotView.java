package dev.berth.snapshot;

import dev.berth.event.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The contract's `Snapshot`. `status` and `failure` are the newest build's; `artifact` and `builtAt` are what sessions
/// start from, made by that build or by an earlier one.
///
/// @param log the end of the newest build's log; absent where the snapshot is only part of an answer
public record SnapshotView(
        int version,
        Build.Status status,
        String build,
        @Nullable Artifact artifact,
        @Nullable Instant builtAt,
        @Nullable Failure failure,
        @Nullable String log) {

    public static SnapshotView of(Snapshot snapshot) {
        return of(snapshot, null);
    }

    static SnapshotView withLog(Snapshot snapshot, String log) {
        return of(snapshot, LogTail.of(log));
    }

    private static SnapshotView of(Snapshot snapshot, @Nullable String log) {
        var ready = snapshot.ready();
        return new SnapshotView(
                snapshot.version().number(),
                snapshot.build().status(),
                snapshot.build().id(),
                ready == null ? null : ready.artifact(),
                ready == null ? null : ready.builtAt(),
                snapshot.build().failure(),
                log);
    }
}
