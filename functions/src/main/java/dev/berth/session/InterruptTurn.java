package dev.berth.session;

import dev.berth.session.LifecycleEvent.InterruptAsked;
import dev.berth.session.SessionTransitions.Applied;

/// Ends the running turn and keeps the sandbox.
public final class InterruptTurn {
    private final SessionTransitions transitions;

    public InterruptTurn(SessionTransitions transitions) {
        this.transitions = transitions;
    }

    public Applied interrupt(SessionKey key) {
        return transitions.apply(key, new InterruptAsked());
    }
}
