package dev.berth.session;

import dev.berth.session.LifecycleEvent.Deleted;
import dev.berth.session.LifecycleEvent.StopAsked;
import dev.berth.session.SessionTransitions.Step;

/// Deletes a session: it is not found from now on, what runs of it is stopped, and the sweep removes what it left.
public final class DeleteSession {
    private final SessionTransitions transitions;
    private final AdmitNext admitNext;

    public DeleteSession(SessionTransitions transitions, AdmitNext admitNext) {
        this.transitions = transitions;
        this.admitNext = admitNext;
    }

    public void delete(SessionKey key) {
        transitions.apply(key, _ -> Step.of(new Deleted(), new StopAsked(StopReason.USER, null)));
        admitNext.admitAll(key.organization());
    }
}
