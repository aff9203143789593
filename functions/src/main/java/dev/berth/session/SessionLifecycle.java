package dev.berth.session;

import static dev.berth.session.SessionStatus.QUEUED;
import static dev.berth.session.SessionStatus.RUNNING;
import static dev.berth.session.SessionStatus.STARTING;
import static dev.berth.session.SessionStatus.STOPPING;

import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import dev.berth.session.LifecycleEvent.Admitted;
import dev.berth.session.LifecycleEvent.ArchiveExpired;
import dev.berth.session.LifecycleEvent.ArchiveRemoved;
import dev.berth.session.LifecycleEvent.ArchiveStored;
import dev.berth.session.LifecycleEvent.CapacityMissed;
import dev.berth.session.LifecycleEvent.Deleted;
import dev.berth.session.LifecycleEvent.GenerationTaken;
import dev.berth.session.LifecycleEvent.InterruptAsked;
import dev.berth.session.LifecycleEvent.Launched;
import dev.berth.session.LifecycleEvent.MessageAccepted;
import dev.berth.session.LifecycleEvent.ResumeAsked;
import dev.berth.session.LifecycleEvent.SandboxGone;
import dev.berth.session.LifecycleEvent.SandboxReady;
import dev.berth.session.LifecycleEvent.Settled;
import dev.berth.session.LifecycleEvent.StopAsked;
import dev.berth.session.LifecycleEvent.TurnEnded;
import dev.berth.session.LifecycleEvent.TurnTaken;
import dev.berth.session.LifecycleEvent.WaitBegun;
import dev.berth.session.Transition.Changed;
import dev.berth.session.Transition.Refused;
import dev.berth.session.Transition.Unchanged;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Every change of a session, as one pure function. What is about an earlier generation or turn changes nothing.
public final class SessionLifecycle {
    /// Launches that one run may take.
    public static final int MAX_GENERATIONS_PER_RUN = 3;

    private static final Unchanged UNCHANGED = new Unchanged();

    private SessionLifecycle() {}

    public static Transition apply(Session session, LifecycleEvent event, Instant now) {
        if (session.isDeleted() && !isCleanup(event)) {
            return isReport(event) ? UNCHANGED : new Refused("the session is deleted");
        }
        return switch (event) {
            case Admitted _ -> admitted(session);
            case GenerationTaken taken -> generationTaken(session, taken);
            case Launched launched -> launched(session, launched);
            case CapacityMissed missed -> capacityMissed(session, missed, now);
            case SandboxReady ready -> ready(session, ready, now);
            case SandboxGone gone -> gone(session, gone);
            case StopAsked asked -> stopAsked(session, asked, now);
            case ResumeAsked(var fresh) -> fresh ? resumeFresh(session, now) : resumeAsked(session, now);
            case MessageAccepted message -> messageAccepted(session, message, now);
            case InterruptAsked _ -> interruptAsked(session);
            case TurnTaken taken -> turnTaken(session, taken);
            case TurnEnded ended -> turnEnded(session, ended);
            case WaitBegun(var wait) -> waitBegun(session, wait);
            case Settled _ -> settled(session, now);
            case ArchiveStored(var archive) -> archiveStored(session, archive);
            case ArchiveExpired _ -> archiveExpired(session, now);
            case ArchiveRemoved _ -> archiveRemoved(session);
            case Deleted _ -> changed(session, change -> change.deletedAt = now);
        };
    }

    /// What must still happen to a session that people see no more.
    private static boolean isCleanup(LifecycleEvent event) {
        return switch (event) {
            case StopAsked _, SandboxGone _, Settled _, Launched _, TurnEnded _, WaitBegun _ -> true;
            case Admitted _,
                    GenerationTaken _,
                    CapacityMissed _,
                    SandboxReady _,
                    ResumeAsked _,
                    MessageAccepted _,
                    InterruptAsked _,
                    TurnTaken _,
                    ArchiveStored _,
                    ArchiveExpired _,
                    ArchiveRemoved _,
                    Deleted _ -> false;
        };
    }

    /// What a sandbox or the substrate says may come late: that is no mistake of theirs.
    private static boolean isReport(LifecycleEvent event) {
        return switch (event) {
            case SandboxReady _, CapacityMissed _, ArchiveStored _, ArchiveExpired _, ArchiveRemoved _ -> true;
            case Admitted _,
                    GenerationTaken _,
                    Launched _,
                    SandboxGone _,
                    StopAsked _,
                    ResumeAsked _,
                    MessageAccepted _,
                    InterruptAsked _,
                    TurnTaken _,
                    TurnEnded _,
                    WaitBegun _,
                    Settled _,
                    Deleted _ -> false;
        };
    }

    private static Transition admitted(Session session) {
        if (session.status() != QUEUED) {
            return refused(session, "be admitted");
        }
        return changed(session, change -> change.status = STARTING);
    }

    private static Transition generationTaken(Session session, GenerationTaken taken) {
        if (session.status() != STARTING || session.runGenerations() >= MAX_GENERATIONS_PER_RUN) {
            return refused(session, "take another launch");
        }
        return changed(session, change -> {
            change.generation++;
            change.runGenerations++;
            change.sandbox = taken.sandbox();
            change.launch = LaunchState.PENDING;
            change.decideWorkspace();
        });
    }

    private static Transition launched(Session session, Launched launched) {
        if (session.generation() != launched.generation() || session.launch() != LaunchState.PENDING) {
            return UNCHANGED;
        }
        return changed(session, change -> {
            change.launch = LaunchState.LAUNCHED;
            change.capacityMisses = 0;
        });
    }

    private static Transition capacityMissed(Session session, CapacityMissed missed, Instant now) {
        if (session.status() != STARTING
                || session.generation() != missed.generation()
                || session.launch() != LaunchState.PENDING) {
            return UNCHANGED;
        }
        return changed(session, change -> {
            change.beginRun(now);
            change.queuePosition = session.queuePosition();
            change.capacityMisses++;
        });
    }

    private static Transition ready(Session session, SandboxReady ready, Instant now) {
        if (session.status() != STARTING || session.generation() != ready.generation() || !mayStand(session)) {
            return UNCHANGED;
        }
        return changed(session, change -> {
            change.status = RUNNING;
            change.startedAt = now;
            change.lastActiveAt = now;
            change.launch = LaunchState.LAUNCHED;
            change.capacityMisses = 0;
        });
    }

    private static Transition gone(Session session, SandboxGone gone) {
        if (session.generation() != gone.generation() || !mayStand(session)) {
            return UNCHANGED;
        }
        return changed(session, change -> {
            change.launch = LaunchState.GONE;
            var failure = gone.failure();
            if (session.status() == RUNNING) {
                stopping(change, StopReason.LOST, failure == null ? sandboxLost(gone.detail()) : failure);
            } else if (session.status() == STARTING && failure != null) {
                stopping(change, StopReason.FAILED, failure);
            }
        });
    }

    /// A sandbox of this run was launched, or may have been, and is not known to have gone.
    private static boolean mayStand(Session session) {
        return session.launch() == LaunchState.PENDING || session.launch() == LaunchState.LAUNCHED;
    }

    private static Failure sandboxLost(String detail) {
        return new Failure(
                "sandbox_lost",
                "The sandbox ended without being asked to: " + detail,
                "Resume the session, or send it a message: it continues in a new sandbox.",
                MustAct.CALLER);
    }

    private static Transition stopAsked(Session session, StopAsked asked, Instant now) {
        return switch (session.status()) {
            case QUEUED ->
                changed(session, change -> {
                    change.status = asked.reason().settledStatus();
                    change.reason = asked.reason();
                    change.failure = asked.failure();
                    change.queuePosition = null;
                    change.stoppedAt = now;
                });
            case STARTING, RUNNING -> changed(session, change -> stopping(change, asked.reason(), asked.failure()));
            case STOPPING ->
                session.resumeRequested() ? changed(session, change -> change.resumeRequested = false) : UNCHANGED;
            case STOPPED, FAILED -> UNCHANGED;
        };
    }

    private static void stopping(SessionChange change, StopReason reason, @Nullable Failure failure) {
        change.status = STOPPING;
        change.reason = reason;
        change.failure = failure;
    }

    private static Transition resumeAsked(Session session, Instant now) {
        return switch (session.status()) {
            case QUEUED, STARTING, RUNNING -> UNCHANGED;
            case STOPPING ->
                session.resumeRequested() ? UNCHANGED : changed(session, change -> change.resumeRequested = true);
            case STOPPED, FAILED -> changed(session, change -> change.beginRun(now));
        };
    }

    /// What is stopping may still keep something.
    private static Transition resumeFresh(Session session, Instant now) {
        return switch (session.status()) {
            case QUEUED, STARTING, RUNNING -> UNCHANGED;
            case STOPPING -> refused(session, "be resumed with a fresh workspace; wait until it has stopped");
            case STOPPED, FAILED ->
                changed(session, change -> {
                    dropArchive(change);
                    change.beginRun(now);
                });
        };
    }

    private static void dropArchive(SessionChange change) {
        change.archive = change.archive == null ? null : change.archive.asDropped();
    }

    /// An upload of an earlier generation may come late.
    private static Transition archiveStored(Session session, WorkspaceArchive archive) {
        var isCurrent = session.generation() == archive.generation() && mayStand(session);
        var mayKeep = session.status() == RUNNING || session.status() == STOPPING;
        return isCurrent && mayKeep && !archive.equals(session.archive())
                ? changed(session, change -> change.archive = archive)
                : UNCHANGED;
    }

    private static Transition archiveExpired(Session session, Instant now) {
        var stoppedAt = session.stoppedAt();
        var hasHadItsTime =
                session.status().isEnded() && stoppedAt != null && !now.isBefore(stoppedAt.plus(WorkspaceArchive.KEPT));
        return hasHadItsTime && session.toRestore().isPresent()
                ? changed(session, SessionLifecycle::dropArchive)
                : UNCHANGED;
    }

    private static Transition archiveRemoved(Session session) {
        var archive = session.archive();
        return archive != null && archive.dropped() ? changed(session, change -> change.archive = null) : UNCHANGED;
    }

    private static Transition messageAccepted(Session session, MessageAccepted message, Instant now) {
        return changed(session, change -> {
            change.queuedMessages++;
            change.lastMessage++;
            switch (session.status()) {
                case QUEUED, STARTING, RUNNING -> {}
                case STOPPING -> change.resumeRequested = true;
                case STOPPED, FAILED -> change.beginRun(now);
            }
            if (message.interrupt() && session.turn() != null) {
                change.turn = session.turn().interrupted();
            }
        });
    }

    private static Transition interruptAsked(Session session) {
        var turn = session.turn();
        return turn == null || turn.interruptAsked()
                ? UNCHANGED
                : changed(session, change -> change.turn = turn.interrupted());
    }

    private static Transition turnTaken(Session session, TurnTaken taken) {
        if (session.status() != RUNNING || session.turn() != null || session.queuedMessages() == 0) {
            return refused(session, "begin a turn");
        }
        return changed(session, change -> {
            change.turn = new OpenTurn(taken.turn(), taken.message(), false);
            change.queuedMessages--;
        });
    }

    private static Transition turnEnded(Session session, TurnEnded ended) {
        var turn = session.turn();
        if (turn == null || !turn.id().equals(ended.turn())) {
            return UNCHANGED;
        }
        return changed(session, change -> {
            change.turn = null;
            if (session.status() == RUNNING && session.spec().stopWhenDone() && session.queuedMessages() == 0) {
                stopping(change, StopReason.COMPLETED, null);
            }
        });
    }

    private static Transition waitBegun(Session session, Wait wait) {
        var current = session.waiting();
        var outdated = wait.run() != session.run() || (current != null && wait.isBehind(current));
        return outdated || wait.equals(current) ? UNCHANGED : changed(session, change -> change.waiting = wait);
    }

    private static Transition settled(Session session, Instant now) {
        var reason = session.reason();
        if (session.status() != STOPPING || reason == null) {
            return UNCHANGED;
        }
        return changed(session, change -> {
            change.turn = null;
            change.waiting = null;
            if (session.resumeRequested() && !session.isDeleted()) {
                change.beginRun(now);
            } else {
                change.status = reason.settledStatus();
                change.stoppedAt = now;
            }
        });
    }

    private static Changed changed(Session session, Consumer<SessionChange> edit) {
        return new Changed(session.changed(edit));
    }

    private static Refused refused(Session session, String what) {
        return new Refused("a session that is " + session.status().wireName() + " cannot " + what);
    }
}
