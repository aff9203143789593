package dev.berth.session;

import java.time.Duration;
import java.time.Instant;

/// A session's last complete archive of its workspace and its agent's state.
///
/// @param id `arc_…`
/// @param generation of the sandbox that made it
/// @param crc32c lower-case hex, 8 digits
/// @param dropped no run begins with it any more; it is still to be removed
public record WorkspaceArchive(
        String id, int generation, long bytes, String crc32c, Instant storedAt, boolean dropped) {
    /// After the last run's end.
    public static final Duration KEPT = Duration.ofDays(30);

    WorkspaceArchive asDropped() {
        return new WorkspaceArchive(id, generation, bytes, crc32c, storedAt, true);
    }
}
