package dev.berth.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.berth.event.Actor;
import dev.berth.event.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A session as the HTTP contract shows it.
record SessionView(
        String id,
        String status,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String statusReason,
        int run,
        int generation,
        String workspace,
        String profile,
        int version,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String repository,
        String title,
        String task,
        boolean stopWhenDone,
        boolean persistent,
        Actor startedBy,
        String url,
        String turn,
        Instant createdAt,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant startedAt,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant stoppedAt,
        Instant lastActiveAt,
        long lastEventSeq,
        @Nullable ArchiveView archive,
        @Nullable Failure failure) {

    /// What was kept of the workspace last.
    ///
    /// @param keptUntil of an ended session
    record ArchiveView(
            Instant storedAt, long bytes, @Nullable Instant keptUntil) {
        static ArchiveView of(WorkspaceArchive archive, Session session) {
            var stoppedAt = session.status().isEnded() ? session.stoppedAt() : null;
            return new ArchiveView(
                    archive.storedAt(),
                    archive.bytes(),
                    stoppedAt == null ? null : stoppedAt.plus(WorkspaceArchive.KEPT));
        }
    }

    static SessionView of(Session session, Links links) {
        return of(session, links, session.lastActiveAt(), session.lastEventSeq());
    }

    static SessionView of(Session session, Links links, Instant lastActiveAt, long lastEventSeq) {
        var spec = session.spec();
        var reason = session.reason();
        return new SessionView(
                session.key().session(),
                session.status().wireName(),
                reason == null ? null : reason.wireName(),
                session.run(),
                session.generation(),
                session.workspace().wireName(),
                spec.profile(),
                spec.version(),
                spec.repository(),
                spec.title(),
                spec.task(),
                spec.stopWhenDone(),
                spec.persistent(),
                spec.startedBy(),
                links.session(session.key()),
                session.turn() == null ? "idle" : "active",
                spec.createdAt(),
                session.startedAt(),
                session.stoppedAt(),
                lastActiveAt,
                lastEventSeq,
                session.toRestore()
                        .map(archive -> ArchiveView.of(archive, session))
                        .orElse(null),
                session.status() == SessionStatus.FAILED ? session.failure() : null);
    }
}
