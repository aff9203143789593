package dev.berth.session;

import dev.berth.conversation.EventLog;
import dev.berth.sandbox.Activities;
import dev.berth.sandbox.Activity;
import dev.berth.store.Listing;
import dev.berth.store.Page;
import dev.berth.store.PageRequest;
import java.time.Instant;
import java.util.function.Predicate;

/// Sessions as people see them: a deleted one is not there.
public final class ReadSession {
    private final Sessions sessions;
    private final Listing<Session> listing;
    private final EventLog log;
    private final Activities activities;

    public ReadSession(Sessions sessions, EventLog log, Activities activities) {
        this.sessions = sessions;
        this.listing = new Listing<>(sessions.table());
        this.log = log;
        this.activities = activities;
    }

    /// @throws dev.berth.http.ProblemException 404
    public Session get(SessionKey key) {
        var session = sessions.find(key)
                .filter(found -> !found.isDeleted())
                .orElseThrow(() -> SessionProblems.noSuchSession(key.session()));
        LogSubject.is(session);
        return session;
    }

    Page<Session> list(String organization, PageRequest page, Predicate<Session> shown) {
        return listing.page(Sessions.listPartition(organization), page, shown);
    }

    long lastEventSeq(SessionKey key) {
        return log.tail(key).lastSeq();
    }

    Instant lastActiveAt(Session session) {
        return activities
                .find(session.key())
                .map(Activity::lastActiveAt)
                .filter(session.lastActiveAt()::isBefore)
                .orElse(session.lastActiveAt());
    }
}
