package dev.berth.session;

import dev.berth.conversation.LogEntry;
import dev.berth.organization.Ids;
import dev.berth.session.Admission.Queued;
import dev.berth.store.Optimistic;
import dev.berth.store.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Applies lifecycle events to stored sessions: reads, asks [SessionLifecycle], writes, and again when another write
/// came between. What a change of status means for slots and queue becomes true in the same transaction.
public final class SessionTransitions {
    private final Sessions sessions;
    private final Admissions admissions;
    private final SessionWriter writer;
    private final Intake intake;
    private final Ids ids;
    private final Clock clock;

    public SessionTransitions(
            Sessions sessions, Admissions admissions, SessionWriter writer, Intake intake, Ids ids, Clock clock) {
        this.sessions = sessions;
        this.admissions = admissions;
        this.writer = writer;
        this.intake = intake;
        this.ids = ids;
        this.clock = clock;
    }

    /// What came of it: the session as it is now, and whether this call changed it.
    public record Applied(Session session, boolean changed) {}

    /// @throws dev.berth.http.ProblemException 404 for an unknown session, 409 for what the lifecycle refuses
    public Applied apply(SessionKey key, LifecycleEvent event) {
        return apply(key, _ -> Step.of(event));
    }

    /// @param decide what is to happen to the session as it is; called again when another write came between
    public Applied apply(SessionKey key, Function<Session, Step> decide) {
        return Optimistic.retry(() -> {
            var before = sessions.find(key).orElseThrow(() -> SessionProblems.noSuchSession(key.session()));
            LogSubject.is(before);
            return attempt(before, decide.apply(before));
        });
    }

    /// @param entries told in the log when the events change something
    /// @param more what becomes true together with the change
    /// @param batchNumber when the entries are a sandbox's batch, its number; else 0
    public record Step(
            List<LifecycleEvent> events, List<LogEntry> entries, long batchNumber, Consumer<Transaction> more) {
        public static Step of(LifecycleEvent... events) {
            return new Step(List.of(events), List.of(), 0, SessionWriter.NOTHING_MORE);
        }

        public Step telling(List<LogEntry> told) {
            return new Step(events, told, batchNumber, more);
        }

        public Step asBatch(long number) {
            return new Step(events, entries, number, more);
        }

        SessionWriter.Told told() {
            return new SessionWriter.Told(entries, batchNumber);
        }

        public Step with(Consumer<Transaction> also) {
            return new Step(events, entries, batchNumber, also);
        }
    }

    private Optional<Applied> attempt(Session before, Step step) {
        var after = before;
        for (var event : step.events()) {
            switch (SessionLifecycle.apply(after, event, clock.instant())) {
                case Transition.Changed(var session) -> after = session;
                case Transition.Unchanged _ -> {}
                case Transition.Refused(var because) -> throw SessionProblems.refused(because);
            }
        }
        if (after.equals(before)) {
            return Optional.of(new Applied(before, false));
        }
        return write(before, after, step);
    }

    private Optional<Applied> write(Session before, Session changed, Step step) {
        var move = AdmissionMove.of(before, changed);
        if (move == AdmissionMove.NONE) {
            return applied(writer.replace(before, changed, step.told(), step.more()));
        }
        var after = placed(changed);
        var admission = admissions.read(before.key().organization());
        if (move == AdmissionMove.ENTER_QUEUE) {
            intake.requirePlace(admission);
        }
        return applied(writer.replace(before, after, step.told(), transaction -> {
            move(transaction, move, admission, before, after);
            step.more().accept(transaction);
        }));
    }

    private static Optional<Applied> applied(Optional<Session> written) {
        written.ifPresent(LogSubject::is);
        return written.map(session -> new Applied(session, true));
    }

    private void move(Transaction transaction, AdmissionMove move, Admission admission, Session before, Session after) {
        switch (move) {
            case NONE -> {}
            case ENTER_QUEUE -> admissions.enqueue(transaction, admission, queued(after));
            case LEAVE_QUEUE -> admissions.leaveQueue(transaction, admission, queued(before));
            case QUEUE_TO_SLOT -> admissions.admit(transaction, admission, queued(before), after);
            case FREE_SLOT -> admissions.freeSlot(transaction, admission, before);
            case SLOT_TO_QUEUE -> admissions.requeue(transaction, admission, before, queued(after));
        }
    }

    /// A session that enters the queue gets its place at the end; one that found no capacity has kept its own.
    private Session placed(Session session) {
        if (session.status() != SessionStatus.QUEUED || session.queuePosition() != null) {
            return session;
        }
        return session.adjusted(change -> change.queuePosition = ids.next("pos"));
    }

    private Queued queued(Session session) {
        return queued(session, clock.instant());
    }

    static Queued queued(Session session, Instant now) {
        var position = Objects.requireNonNull(session.queuePosition(), "a queued session has a place");
        return new Queued(
                position,
                session.key().session(),
                session.run(),
                now.plus(CapacityPause.after(session.capacityMisses())));
    }
}
