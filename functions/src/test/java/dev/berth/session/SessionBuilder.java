package dev.berth.session;

import dev.berth.event.Actor;
import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A session's record as it is in the first run, with whatever a test says of it.
public final class SessionBuilder {
    public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    public static final SessionKey KEY = new SessionKey("org_1", "ses_1");
    public static final Failure FAILURE = new Failure("broke", "It broke.", "Mend it.", MustAct.OPERATOR);

    private boolean stopWhenDone;
    private Session session;

    private SessionBuilder(Session session) {
        this.session = session;
    }

    /// Queued with its task as the one message, or as far as a session comes in that status.
    public static SessionBuilder session(SessionStatus status) {
        var builder = new SessionBuilder(queued());
        return status == SessionStatus.QUEUED ? builder : builder.with(change -> advance(change, status));
    }

    public SessionBuilder stopWhenDone() {
        stopWhenDone = true;
        return this;
    }

    public SessionBuilder withTurn(String turn) {
        return with(change -> change.turn = new OpenTurn(turn, "msg_1", false));
    }

    public SessionBuilder withQueuedMessages(int count) {
        return with(change -> change.queuedMessages = count);
    }

    public SessionBuilder startedAt(Instant at) {
        return with(change -> change.startedAt = at);
    }

    public Session build() {
        return new Session(
                session.key(),
                session.revision(),
                spec(stopWhenDone),
                session.status(),
                session.reason(),
                session.failure(),
                session.run(),
                session.generation(),
                session.runGenerations(),
                session.sandbox(),
                session.launch(),
                session.waiting(),
                session.turn(),
                session.queuedMessages(),
                session.lastMessage(),
                session.resumeRequested(),
                session.queuePosition(),
                session.capacityMisses(),
                session.queuedAt(),
                session.startedAt(),
                session.stoppedAt(),
                session.lastEventSeq(),
                session.lastActiveAt(),
                session.workspace(),
                session.archive(),
                session.deletedAt());
    }

    public SessionBuilder kept(WorkspaceArchive archive) {
        return with(change -> change.archive = archive);
    }

    SessionBuilder launch(LaunchState launch) {
        return with(change -> change.launch = launch);
    }

    SessionBuilder waiting(@Nullable Wait wait) {
        return with(change -> change.waiting = wait);
    }

    SessionBuilder with(Consumer<SessionChange> edit) {
        session = session.adjusted(edit);
        return this;
    }

    private static void advance(SessionChange change, SessionStatus status) {
        change.status = status;
        change.generation = 1;
        change.runGenerations = 1;
        change.sandbox = "sbx_1";
        change.launch = launchOf(status);
        change.startedAt = status == SessionStatus.STARTING ? null : NOW;
        change.stoppedAt = status.isEnded() ? NOW : null;
        change.queuePosition = status.isEnded() ? null : "pos_1";
        change.reason = reasonOf(status);
        change.failure = status == SessionStatus.FAILED ? FAILURE : null;
    }

    private static LaunchState launchOf(SessionStatus status) {
        return switch (status) {
            case QUEUED -> LaunchState.NONE;
            case STARTING -> LaunchState.PENDING;
            case RUNNING, STOPPING -> LaunchState.LAUNCHED;
            case STOPPED, FAILED -> LaunchState.GONE;
        };
    }

    private static @Nullable StopReason reasonOf(SessionStatus status) {
        return switch (status) {
            case QUEUED, STARTING, RUNNING -> null;
            case STOPPING, STOPPED -> StopReason.USER;
            case FAILED -> StopReason.FAILED;
        };
    }

    private static Session queued() {
        return new Session(
                KEY,
                1,
                spec(false),
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
                "pos_1",
                0,
                NOW,
                null,
                null,
                0,
                NOW,
                WorkspaceOrigin.FRESH,
                null,
                null);
    }

    private static SessionSpec spec(boolean stopWhenDone) {
        return new SessionSpec(
                "prf_1",
                1,
                null,
                "Mend it",
                "Mend it",
                stopWhenDone,
                false,
                Duration.ofMinutes(15),
                Duration.ofHours(8),
                Actor.apiKey("key_1"),
                NOW);
    }
}
