package dev.berth.trigger;

import dev.berth.event.BusRequest.SessionStopRequested;
import dev.berth.organization.Organization;
import dev.berth.session.LogSubject;
import dev.berth.session.Session;
import dev.berth.session.SessionKey;
import dev.berth.session.SessionStatus;
import dev.berth.session.Sessions;
import dev.berth.session.StopReason;
import dev.berth.session.StopSession;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stops sessions that an operator wants stopped, by an event from the AWS console for example.
public final class StopRequests {
    private static final Logger LOG = LoggerFactory.getLogger(StopRequests.class);

    /// What waits first: else each slot that is freed would start one of them.
    private static final Comparator<Session> QUEUED_FIRST =
            Comparator.comparing(session -> session.status() != SessionStatus.QUEUED);

    private final Sessions sessions;
    private final StopSession stopSession;
    private final Supplier<Optional<Organization>> only;

    /// @param only the organization, where there is one
    public StopRequests(Sessions sessions, StopSession stopSession, Supplier<Optional<Organization>> only) {
        this.sessions = sessions;
        this.stopSession = stopSession;
        this.only = only;
    }

    /// Each that can be stopped is, whatever becomes of the others.
    ///
    /// @throws IllegalStateException when some could not; the same event may be tried again
    public void stop(String eventId, SessionStopRequested request) {
        if (Boolean.TRUE.equals(request.all())) {
            stopAll(eventId, request);
        } else if (request.session() != null) {
            stopOne(eventId, request, request.session());
        } else {
            LOG.error("Event {} stops nothing: it has neither 'session' nor 'all'", eventId);
        }
    }

    private void stopOne(String eventId, SessionStopRequested request, String session) {
        var organization =
                request.organization() == null ? only.get().map(Organization::id) : Optional.of(request.organization());
        var key = organization.map(id -> new SessionKey(id, session));
        key.ifPresent(LogSubject::is);
        var found = key.flatMap(sessions::find);
        if (found.isEmpty()) {
            LOG.error("Event {} stops nothing: there is no session {}", eventId, session);
            return;
        }
        LogSubject.is(found.get());
        LOG.info("Stopping {}, as event {} asks: {}", session, eventId, request.reason());
        stopSession.stop(found.get().key(), StopReason.USER, null);
    }

    private void stopAll(String eventId, SessionStopRequested request) {
        var left = sessions.live()
                .filter(session -> request.organization() == null
                        || request.organization().equals(session.key().organization()))
                .sorted(QUEUED_FIRST)
                .filter(session -> !stopped(eventId, request, session))
                .count();
        LogSubject.none();
        if (left > 0) {
            throw new IllegalStateException("%d sessions could not be stopped".formatted(left));
        }
    }

    private boolean stopped(String eventId, SessionStopRequested request, Session session) {
        var key = session.key();
        LogSubject.is(session);
        try {
            LOG.info("Stopping {}, as event {} asks of all: {}", key, eventId, request.reason());
            stopSession.stop(key, StopReason.USER, null);
            return true;
        } catch (RuntimeException failure) {
            LOG.error("Could not stop {}", key, failure);
            return false;
        }
    }
}
