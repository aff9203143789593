package dev.berth.session;

import dev.berth.session.LifecycleEvent.StopAsked;
import dev.berth.session.SessionTransitions.Step;

/// A run's workflow has ended by itself, other than the definition has it end: nobody settles the run if not this.
public final class ExecutionEnded {
    private final Sessions sessions;
    private final SessionTransitions transitions;
    private final SettleSession settle;

    public ExecutionEnded(Sessions sessions, SessionTransitions transitions, SettleSession settle) {
        this.sessions = sessions;
        this.transitions = transitions;
        this.settle = settle;
    }

    /// @param byHand somebody aborted it, which is a way to stop a session
    public void ended(SessionKey key, int run, boolean byHand) {
        LogSubject.is(key);
        if (sessions.find(key).isEmpty()) {
            return;
        }
        if (byHand) {
            transitions.apply(key, session -> decide(session, run));
        }
        settle.settle(key, run);
    }

    private static Step decide(Session session, int run) {
        return session.run() == run && session.status().holdsSlot()
                ? Step.of(new StopAsked(StopReason.USER, null))
                : Step.of();
    }
}
