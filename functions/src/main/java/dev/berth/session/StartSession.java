package dev.berth.session;

import dev.berth.conversation.MessageQueue;
import dev.berth.conversation.QueuedMessage;
import dev.berth.event.Actor;
import dev.berth.event.MessageMode;
import dev.berth.organization.Ids;
import dev.berth.organization.Organization;
import dev.berth.organization.Organizations;
import dev.berth.session.SessionWriter.Told;
import dev.berth.snapshot.Startable;
import dev.berth.snapshot.StartableVersions;
import dev.berth.store.Optimistic;
import dev.berth.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Creates a session: in a slot when one is free, else in the queue. What the caller is told depends on that one
/// transaction alone; the workflow is started afterwards, and by the sweep if this process ends in between.
public final class StartSession {
    private final Organizations organizations;
    private final StartableVersions versions;
    private final Admissions admissions;
    private final MessageQueue messages;
    private final MessageReceipts receipts;
    private final SessionWriter writer;
    private final SessionWorkflow workflow;
    private final Intake intake;
    private final Ids ids;
    private final Clock clock;

    public StartSession(
            Organizations organizations,
            StartableVersions versions,
            Admissions admissions,
            MessageQueue messages,
            MessageReceipts receipts,
            SessionWriter writer,
            SessionWorkflow workflow,
            Intake intake,
            Ids ids,
            Clock clock) {
        this.organizations = organizations;
        this.versions = versions;
        this.admissions = admissions;
        this.messages = messages;
        this.receipts = receipts;
        this.writer = writer;
        this.workflow = workflow;
        this.intake = intake;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param alongside adds to the transaction that creates the session
    /// @throws dev.berth.http.ProblemException when it cannot be started; nothing was created then
    public Session start(
            String organizationId, Actor startedBy, StartCommand command, BiConsumer<Transaction, Session> alongside) {
        var organization = organizations.get(organizationId);
        var ready = startable(organizationId, command);
        var now = clock.instant();
        var spec = spec(organization, ready, command, startedBy, now);
        var key = new SessionKey(organizationId, ids.next("ses"));
        var message = new QueuedMessage(key, 1, ids.next("msg"), spec.task(), MessageMode.QUEUE, startedBy, now);
        var session = Optimistic.retry(() -> create(fresh(key, spec), message, alongside));
        LogSubject.is(session);
        workflow.ensureStarted(session);
        return session;
    }

    private Optional<Session> create(Session fresh, QueuedMessage message, BiConsumer<Transaction, Session> alongside) {
        var admission = admissions.read(fresh.key().organization());
        var startsAtOnce = intake.startsAtOnce(admission);
        var session = fresh.adjusted(change -> {
            change.queuePosition = ids.next("pos");
            change.status = startsAtOnce ? SessionStatus.STARTING : SessionStatus.QUEUED;
        });
        return writer.create(session, Told.of(receipts.of(message)), (transaction, written) -> {
            messages.add(transaction, message);
            if (startsAtOnce) {
                admissions.takeSlot(transaction, admission, session);
            } else {
                admissions.enqueue(transaction, admission, SessionTransitions.queued(session, clock.instant()));
            }
            alongside.accept(transaction, written);
        });
    }

    private Startable.Ready startable(String organization, StartCommand command) {
        return switch (versions.find(organization, command.profile(), command.version())) {
            case Startable.Ready ready -> ready;
            case Startable.NotStartable(var reason, var detail, var remedy) ->
                throw SessionProblems.notStartable(reason.wireName(), detail, remedy);
            case Startable.Unknown(var detail) -> throw SessionProblems.noSuchProfile(detail);
        };
    }

    private static SessionSpec spec(
            Organization organization, Startable.Ready ready, StartCommand command, Actor startedBy, Instant now) {
        var content = ready.content();
        var task = MessageText.checked("/task", command.task());
        return new SessionSpec(
                ready.version().profile().profile(),
                ready.version().number(),
                StartableRepository.of(content, command.repository()),
                MessageText.title(task),
                task,
                Boolean.TRUE.equals(command.stopWhenDone()),
                content.persistent() && organization.settings().persistentSandboxes(),
                Duration.ofMinutes(content.idleTimeoutMinutes()),
                Duration.ofMinutes(Math.min(
                        content.maxLifetimeMinutes(), organization.limits().maxLifetimeMinutes())),
                startedBy,
                now);
    }

    private static Session fresh(SessionKey key, SessionSpec spec) {
        return new Session(
                key,
                0,
                spec,
                SessionStatus.QUEUED,
                null,
                null,
                1,
                0,
                0,
                null,
                LaunchState.NONE,
                null,
                null,
                1,
                1,
                false,
                null,
                0,
                spec.createdAt(),
                null,
                null,
                0,
                spec.createdAt(),
                WorkspaceOrigin.FRESH,
                null,
                null);
    }
}
