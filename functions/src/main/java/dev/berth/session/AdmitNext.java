package dev.berth.session;

import dev.berth.organization.Organizations;
import dev.berth.session.Admission.Queued;
import dev.berth.session.LifecycleEvent.Admitted;
import dev.berth.session.SessionWriter.Told;
import dev.berth.store.Optimistic;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives free slots to those who wait for one, first in, first out. May be called at any time, by anybody.
public final class AdmitNext {
    private static final Logger LOG = LoggerFactory.getLogger(AdmitNext.class);

    private final Organizations organizations;
    private final Admissions admissions;
    private final Sessions sessions;
    private final SessionWriter writer;
    private final SessionWorkflow workflow;
    private final AdmissionGate gate;
    private final Clock clock;

    public AdmitNext(
            Organizations organizations,
            Admissions admissions,
            Sessions sessions,
            SessionWriter writer,
            SessionWorkflow workflow,
            AdmissionGate gate,
            Clock clock) {
        this.organizations = organizations;
        this.admissions = admissions;
        this.sessions = sessions;
        this.writer = writer;
        this.workflow = workflow;
        this.gate = gate;
        this.clock = clock;
    }

    public void admitAll(String organization) {
        var concurrentSessions = organizations.get(organization).limits().concurrentSessions();
        while (gate.isOpen()) {
            var admitted = admitOne(organization, concurrentSessions);
            if (admitted.isEmpty()) {
                return;
            }
            var session = admitted.get();
            LogSubject.during(session.key(), () -> workflow.ensureStarted(session));
        }
    }

    private Optional<Session> admitOne(String organization, int concurrentSessions) {
        return Optimistic.retry(() -> {
            var admission = admissions.read(organization);
            var next = admission.next(concurrentSessions, clock.instant());
            return next.isEmpty() ? Optional.of(Optional.empty()) : admit(admission, next.get());
        });
    }

    /// @return empty when another write came between
    @SuppressWarnings("OptionalMapToOptional")
    private Optional<Optional<Session>> admit(Admission admission, Queued next) {
        var key = new SessionKey(admission.organization(), next.session());
        var before = sessions.find(key).orElseThrow(() -> new IllegalStateException("The queue names " + key));
        return switch (SessionLifecycle.apply(before, new Admitted(), clock.instant())) {
            case Transition.Changed(var after) ->
                writer.replace(
                                before,
                                after,
                                Told.of(),
                                transaction -> admissions.admit(transaction, admission, next, after))
                        .map(Optional::of);
            case Transition.Unchanged _, Transition.Refused _ -> {
                LogSubject.during(key, () -> LOG.error("The queue names {}, which is not queued", key));
                yield dropStray(admission, next);
            }
        };
    }

    /// No transaction leaves such an entry; should one be there, it must not hold up those behind it.
    private Optional<Optional<Session>> dropStray(Admission admission, Queued entry) {
        admissions.dropStray(admission, entry);
        return Optional.empty();
    }
}
