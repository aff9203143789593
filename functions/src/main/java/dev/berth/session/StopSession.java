package dev.berth.session;

import dev.berth.event.Failure;
import dev.berth.session.LifecycleEvent.StopAsked;
import dev.berth.session.SessionTransitions.Applied;
import org.jspecify.annotations.Nullable;

/// Asks a session to stop. What is queued ends at once; what runs goes through `stopping`. Repeatable.
public final class StopSession {
    private final SessionTransitions transitions;
    private final AdmitNext admitNext;

    public StopSession(SessionTransitions transitions, AdmitNext admitNext) {
        this.transitions = transitions;
        this.admitNext = admitNext;
    }

    public Applied stop(SessionKey key, StopReason reason, @Nullable Failure failure) {
        var applied = transitions.apply(key, new StopAsked(reason, failure));
        if (applied.changed() && applied.session().status().isEnded()) {
            admitNext.admitAll(key.organization());
        }
        return applied;
    }
}
