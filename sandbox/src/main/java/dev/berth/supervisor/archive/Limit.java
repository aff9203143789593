package dev.berth.supervisor.archive;

import dev.berth.event.Failure;
import dev.berth.event.MustAct;

/// How large an archive may become: as large as one may be, and as the disk has room for.
///
/// @param bytes whichever is less
/// @param allowedBytes whatever the disk has
public record Limit(long bytes, long allowedBytes) {
    private static final int MIB_SHIFT = 20;

    /// @param freeBytes on the disk, of which `sparedBytes` are to be left
    public static Limit of(long allowedBytes, long freeBytes, long sparedBytes) {
        return new Limit(Math.max(0, Math.min(allowedBytes, freeBytes - sparedBytes)), allowedBytes);
    }

    Failure exceeded() {
        return bytes < allowedBytes ? noRoom() : tooLarge();
    }

    private Failure tooLarge() {
        return new Failure(
                "archive_too_large",
                "Workspace and agent state are over %d MiB, so they could not be kept as they are now"
                        .formatted(allowedBytes >> MIB_SHIFT),
                "Remove large files, or list what can be made again in .gitignore; until then a resume goes back to"
                        + " what was kept last",
                MustAct.CALLER);
    }

    private Failure noRoom() {
        return new Failure(
                "archive_without_room",
                "The disk has no room for an archive of workspace and agent state, so they could not be kept as they"
                        + " are now",
                "Free space on the disk that holds the sandboxes, or have the work use less; until then a resume goes"
                        + " back to what was kept last",
                MustAct.OPERATOR);
    }
}
