package dev.berth.sandbox;

import dev.berth.access.ObjectStore;
import dev.berth.conversation.StoredObjects;
import dev.berth.protocol.ArchiveReport;
import dev.berth.session.LifecycleEvent.ArchiveStored;
import dev.berth.session.Session;
import dev.berth.session.SessionTransitions;
import dev.berth.session.WorkspaceArchive;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes an archive that a sandbox has put into the object store the one that its session's next sandbox begins with.
/// Until then it does not exist: what the store has is compared first, and the record is written only while the sandbox
/// is the session's current one.
public final class StoreArchive {
    private static final Logger LOG = LoggerFactory.getLogger(StoreArchive.class);

    private final SessionTransitions transitions;
    private final ObjectStore objects;
    private final Clock clock;

    public StoreArchive(SessionTransitions transitions, ObjectStore objects, Clock clock) {
        this.transitions = transitions;
        this.objects = objects;
        this.clock = clock;
    }

    /// @throws dev.berth.http.ProblemException 409 when it is not what is stored, 410 when the sandbox is not current
    public void store(SandboxCaller caller, ArchiveReport report) {
        var sandbox = caller.sandbox();
        var key = StoredObjects.archive(sandbox.session(), sandbox.generation(), report.archive());
        if (!isLast(caller.session(), report)) {
            requireStored(key, report);
            record(sandbox, report);
        }
        removeOthers(sandbox, key);
    }

    private void requireStored(String key, ArchiveReport report) {
        var size = objects.size(key);
        var isWhole = size.isPresent()
                && size.getAsLong() == report.bytes()
                && objects.crc32c(key).filter(report.crc32c()::equals).isPresent();
        if (!isWhole) {
            throw SandboxProblems.archiveNotStored(report.archive());
        }
    }

    private void record(Sandbox sandbox, ArchiveReport report) {
        var archive = new WorkspaceArchive(
                report.archive(), sandbox.generation(), report.bytes(), report.crc32c(), clock.instant(), false);
        var session =
                transitions.apply(sandbox.session(), new ArchiveStored(archive)).session();
        if (!isLast(session, report)) {
            throw SandboxProblems.generationEnded();
        }
    }

    private static boolean isLast(Session session, ArchiveReport report) {
        return session.toRestore()
                .filter(last -> last.id().equals(report.archive()))
                .isPresent();
    }

    /// Those before it, and what was put there and never completed. What is missed is removed with the next.
    private void removeOthers(Sandbox sandbox, String kept) {
        try {
            objects.keys(StoredObjects.archives(sandbox.session())).stream()
                    .filter(key -> !key.equals(kept))
                    .forEach(objects::deleteAll);
        } catch (RuntimeException failure) {
            LOG.warn("Earlier archives of {} could not be removed", sandbox.session(), failure);
        }
    }
}
