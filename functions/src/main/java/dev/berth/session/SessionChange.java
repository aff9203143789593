package dev.berth.session;

import dev.berth.event.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What may change in a session, while one transition is made.
final class SessionChange {
    private final Session before;

    SessionStatus status;

    @Nullable
    StopReason reason;

    @Nullable
    Failure failure;

    int run;
    int generation;
    int runGenerations;

    @Nullable
    String sandbox;

    LaunchState launch;

    @Nullable
    Wait waiting;

    @Nullable
    OpenTurn turn;

    int queuedMessages;
    long lastMessage;
    boolean resumeRequested;

    @Nullable
    String queuePosition;

    int capacityMisses;
    Instant queuedAt;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant stoppedAt;

    long lastEventSeq;
    Instant lastActiveAt;
    WorkspaceOrigin workspace;

    @Nullable
    WorkspaceArchive archive;

    @Nullable
    Instant deletedAt;

    SessionChange(Session before) {
        this.before = before;
        this.status = before.status();
        this.reason = before.reason();
        this.failure = before.failure();
        this.run = before.run();
        this.generation = before.generation();
        this.runGenerations = before.runGenerations();
        this.sandbox = before.sandbox();
        this.launch = before.launch();
        this.waiting = before.waiting();
        this.turn = before.turn();
        this.queuedMessages = before.queuedMessages();
        this.lastMessage = before.lastMessage();
        this.resumeRequested = before.resumeRequested();
        this.queuePosition = before.queuePosition();
        this.capacityMisses = before.capacityMisses();
        this.queuedAt = before.queuedAt();
        this.startedAt = before.startedAt();
        this.stoppedAt = before.stoppedAt();
        this.lastEventSeq = before.lastEventSeq();
        this.lastActiveAt = before.lastActiveAt();
        this.workspace = before.workspace();
        this.archive = before.archive();
        this.deletedAt = before.deletedAt();
    }

    /// Begins a new run: nothing of the one before belongs to it.
    void beginRun(Instant now) {
        run++;
        queuedAt = now;
        status = SessionStatus.QUEUED;
        reason = null;
        failure = null;
        runGenerations = 0;
        sandbox = null;
        launch = LaunchState.NONE;
        resumeRequested = false;
        queuePosition = null;
        startedAt = null;
        stoppedAt = null;
        decideWorkspace();
    }

    void decideWorkspace() {
        workspace = archive == null || archive.dropped() ? WorkspaceOrigin.FRESH : WorkspaceOrigin.RESTORED;
    }

    Session apply() {
        return applyWithin(before.revision() + 1);
    }

    Session applyWithin(long revision) {
        return new Session(
                before.key(),
                revision,
                before.spec(),
                status,
                reason,
                failure,
                run,
                generation,
                runGenerations,
                sandbox,
                launch,
                waiting,
                turn,
                queuedMessages,
                lastMessage,
                resumeRequested,
                queuePosition,
                capacityMisses,
                queuedAt,
                startedAt,
                stoppedAt,
                lastEventSeq,
                lastActiveAt,
                workspace,
                archive,
                deletedAt);
    }
}
