package dev.berth.supervisor;

import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import dev.berth.protocol.Manifest;
import dev.berth.supervisor.archive.Archive;
import dev.berth.supervisor.control.ControlPlane;
import dev.berth.supervisor.control.GenerationEnded;
import dev.berth.supervisor.control.Persistence;
import dev.berth.supervisor.control.Persistence.Settled;
import dev.berth.supervisor.folder.CannotPrepare;
import dev.berth.supervisor.process.Deadline;
import java.io.IOException;
import java.nio.file.Path;

/// Fetches the archive that the workspace begins with. Without it the sandbox does not start: a workspace that is fresh
/// where it should not be would be kept in place of the other.
record ArchiveFetch(ControlPlane controlPlane, Persistence persistence) {
    private static final String NOTHING_IS_LOST =
            ", then resume the session; to go on without what was kept, resume it" + " with a fresh workspace";

    /// @return what is whole
    Archive fetch(Manifest.Restore restore, Path file, Deadline deadline)
            throws CannotPrepare, GenerationEnded, InterruptedException {
        var fetched = persistence.until(deadline, () -> controlPlane.get(restore.url(), restore.bytes(), file));
        if (fetched.isEmpty()) {
            throw unavailable("the object store did not answer in time");
        }
        return switch (fetched.get()) {
            case Settled.Answered<Path> _ -> whole(restore, file);
            case Settled.Refused<Path>(var status, var detail) -> throw unavailable("%d %s".formatted(status, detail));
        };
    }

    private static Archive whole(Manifest.Restore restore, Path file) throws CannotPrepare {
        try {
            var archive = Archive.in(file);
            if (archive.holds(restore.bytes(), restore.crc32c())) {
                return archive;
            }
            throw new CannotPrepare(new Failure(
                    "archive_broken",
                    "The workspace that was kept is not what was stored: %d bytes with checksum %s instead of %d with %s"
                            .formatted(archive.bytes(), archive.crc32c(), restore.bytes(), restore.crc32c()),
                    "Bring the object back from a copy of the object store" + NOTHING_IS_LOST,
                    MustAct.OPERATOR));
        } catch (IOException e) {
            throw unavailable(String.valueOf(e.getMessage()));
        }
    }

    private static CannotPrepare unavailable(String why) {
        return CannotPrepare.byOperator(
                "archive_unavailable",
                "The workspace that was kept could not be fetched: " + why,
                "See that the object store can be reached and has it" + NOTHING_IS_LOST);
    }
}
