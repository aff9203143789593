package dev.berth.session;

import dev.berth.conversation.LogEntry;
import dev.berth.event.Actor;
import dev.berth.event.EventData;
import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import dev.berth.event.TurnOutcome;
import dev.berth.sandbox.SandboxDriver;
import dev.berth.sandbox.SandboxRef;
import dev.berth.session.LifecycleEvent.Settled;
import dev.berth.session.LifecycleEvent.StopAsked;
import dev.berth.session.SessionTransitions.Step;
import java.time.Clock;
import java.util.List;

/// Ends a run for good: nothing of it stands, its turn is closed, its slot is free, the next is admitted. The workflow
/// is the usual caller, not the only one; calling it again repeats what may have been lost.
public final class SettleSession {
    private static final String TURN_CUT_OFF =
            "The sandbox ended before the turn did. It may have done part of its work; send the message again if it"
                    + " should go on.";

    private final Sessions sessions;
    private final SessionTransitions transitions;
    private final SandboxDriver driver;
    private final AdmitNext admitNext;
    private final SessionEffects effects;
    private final Clock clock;

    public SettleSession(
            Sessions sessions,
            SessionTransitions transitions,
            SandboxDriver driver,
            AdmitNext admitNext,
            SessionEffects effects,
            Clock clock) {
        this.sessions = sessions;
        this.transitions = transitions;
        this.driver = driver;
        this.admitNext = admitNext;
        this.effects = effects;
        this.clock = clock;
    }

    /// @param run nothing is settled when the session is in another one
    public void settle(SessionKey key, int run) {
        var session = sessions.find(key).orElseThrow(() -> SessionProblems.noSuchSession(key.session()));
        LogSubject.is(session);
        if (session.run() == run) {
            settle(session);
        }
        admitNext.admitAll(key.organization());
    }

    private void settle(Session session) {
        var sandbox = session.sandbox();
        if (sandbox != null && session.launch() != LaunchState.GONE) {
            driver.stop(new SandboxRef(sandbox, session.key(), session.generation()));
        }
        var applied = transitions.apply(session.key(), current -> decide(current, session.run()));
        if (!applied.changed()) {
            effects.publish(applied.session());
        }
    }

    private Step decide(Session session, int run) {
        if (session.run() != run || session.status().isEnded() || session.status() == SessionStatus.QUEUED) {
            return Step.of();
        }
        var step = session.status() == SessionStatus.STOPPING
                ? Step.of(new Settled())
                : Step.of(new StopAsked(StopReason.FAILED, workflowEnded()), new Settled());
        var turn = session.turn();
        return turn == null ? step : step.telling(List.of(cutOff(turn)));
    }

    private LogEntry cutOff(OpenTurn turn) {
        return new LogEntry(
                clock.instant(),
                turn.id(),
                Actor.BERTH,
                new EventData.TurnEnded(TurnOutcome.FAILED, null, null, TURN_CUT_OFF));
    }

    private static Failure workflowEnded() {
        return new Failure(
                "workflow_ended",
                "The session's workflow ended while the session was still under way.",
                "Resume the session; when nobody stopped the workflow on purpose, look at its execution history.",
                MustAct.CALLER);
    }
}
