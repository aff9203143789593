package dev.berth.profile;

import dev.berth.event.Actor;
import dev.berth.snapshot.Snapshot;
import dev.berth.snapshot.SnapshotView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The contract's `Version`.
///
/// @param content absent in lists
record VersionView(
        int version,
        String profile,
        Instant publishedAt,
        Actor publishedBy,
        @Nullable Draft content,
        @Nullable SnapshotView snapshot) {
    static VersionView of(ProfileVersion version, @Nullable Draft content, @Nullable Snapshot snapshot) {
        return new VersionView(
                version.key().number(),
                version.key().profile().profile(),
                version.publishedAt(),
                version.publishedBy(),
                content,
                snapshot == null ? null : SnapshotView.of(snapshot));
    }

    static VersionView of(Published published) {
        return of(published.version(), published.content(), published.snapshot());
    }
}
