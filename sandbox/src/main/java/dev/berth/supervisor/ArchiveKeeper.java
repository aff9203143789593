package dev.berth.supervisor;

import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import dev.berth.supervisor.archive.Archive;
import dev.berth.supervisor.archive.ArchiveFailed;
import dev.berth.supervisor.archive.Archives;
import dev.berth.supervisor.archive.Limit;
import dev.berth.supervisor.control.Uploads;
import dev.berth.supervisor.process.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps the workspace of a session that wants it: when a turn has ended, and at the end. An archive is made while no
/// turn runs, and brought to the object store beside the next one; one is on its way at a time. What cannot be kept is
/// said in the log, and what was kept before stands.
final class ArchiveKeeper {
    private static final Duration KEPT_WITHIN = Duration.ofMinutes(60);

    private final Archives archives;
    private final Supplier<Limit> limit;
    private final Optional<String> diffBase;
    private final Uploads uploads;
    private final SessionLog log;
    private final Mailbox mailbox;
    private @Nullable ArchiveUpload upload;
    private boolean outdated;
    private Optional<Archive> kept = Optional.empty();
    private String lastSaid = "";

    /// @param limit as it is when an archive is made
    /// @param diffBase what the agent's repository is compared with
    ArchiveKeeper(
            Archives archives,
            Supplier<Limit> limit,
            Optional<String> diffBase,
            Uploads uploads,
            SessionLog log,
            Mailbox mailbox) {
        this.archives = archives;
        this.limit = limit;
        this.diffBase = diffBase;
        this.uploads = uploads;
        this.log = log;
        this.mailbox = mailbox;
    }

    void turnEnded() throws InterruptedException {
        if (upload == null) {
            keep(mailbox.keepingDeadline(KEPT_WITHIN));
        } else {
            outdated = true;
        }
    }

    /// An upload may have ended.
    ///
    /// @param idle no turn runs, so that what has changed meanwhile can be kept at once
    void settle(boolean idle) throws InterruptedException {
        if (upload != null && upload.isOver()) {
            conclude(upload);
            if (outdated && idle) {
                keep(mailbox.keepingDeadline(KEPT_WITHIN));
            }
        }
    }

    /// Keeps what is there at the end, as far as the grace time lets it.
    void keepLast() throws InterruptedException {
        var deadline = mailbox.keepingDeadline(KEPT_WITHIN);
        if (concludeWithin(deadline)) {
            keep(deadline);
            concludeWithin(deadline);
        }
    }

    private void keep(Deadline deadline) throws InterruptedException {
        outdated = false;
        try {
            var made = archives.make(diffBase.orElse(null), limit.get(), deadline);
            made.unread().ifPresent(this::sayUnread);
            bring(made.archive(), deadline);
        } catch (ArchiveFailed e) {
            say(deadline.passed() ? unfinished() : e.failure());
            discard();
        }
    }

    private void bring(Archive archive, Deadline deadline) {
        if (kept.filter(last -> archive.holds(last.bytes(), last.crc32c())).isPresent()) {
            discard();
        } else {
            upload = ArchiveUpload.begin(archive, uploads, deadline, mailbox);
        }
    }

    /// @return false when an upload would not end in time
    private boolean concludeWithin(Deadline deadline) throws InterruptedException {
        if (upload == null) {
            return true;
        }
        if (!upload.isOverBy(deadline)) {
            say(unfinished());
            return false;
        }
        conclude(upload);
        return true;
    }

    private void conclude(ArchiveUpload over) {
        upload = null;
        over.failure().ifPresentOrElse(why -> say(notStored(why)), () -> {
            kept = Optional.of(over.archive());
            lastSaid = "";
        });
        discard();
    }

    private void discard() {
        try {
            archives.discard();
        } catch (IOException e) {
            System.err.println("What is left of an archive could not be removed: " + e);
        }
    }

    private void sayUnread(String unread) {
        say(new Failure(
                "archive_incomplete",
                "Not everything in the workspace could be read, and what was not is not kept: " + unread,
                "Have the agent make the files readable to itself",
                MustAct.CALLER));
    }

    /// Not again while nothing else happens.
    private void say(Failure failure) {
        if (!failure.detail().equals(lastSaid)) {
            lastSaid = failure.detail();
            log.failure(failure);
        }
    }

    private static Failure notStored(String why) {
        return new Failure(
                "archive_not_stored",
                "The workspace could not be kept as it is now, since its archive was not stored: " + why,
                "See that the control plane and its object store can be reached; until then a resume goes back to what"
                        + " was kept last",
                MustAct.OPERATOR);
    }

    private static Failure unfinished() {
        return new Failure(
                "archive_unfinished",
                "The sandbox had to end before its workspace was kept as it was at the end",
                "A resume goes back to what was kept last; a workspace that holds less is kept sooner: remove large"
                        + " files, or list what can be made again in .gitignore",
                MustAct.CALLER);
    }
}
