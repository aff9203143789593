package dev.berth.session;

import dev.berth.session.LifecycleEvent.ResumeAsked;
import dev.berth.session.SessionTransitions.Applied;

/// Starts an ended session again, as a new run of the same version; one that is stopping goes on when it has stopped.
public final class ResumeSession {
    private final Sessions sessions;
    private final SessionTransitions transitions;
    private final AdmitNext admitNext;

    public ResumeSession(Sessions sessions, SessionTransitions transitions, AdmitNext admitNext) {
        this.sessions = sessions;
        this.transitions = transitions;
        this.admitNext = admitNext;
    }

    public Applied resume(SessionKey key) {
        var applied = transitions.apply(key, new ResumeAsked());
        if (applied.session().status() != SessionStatus.QUEUED) {
            return applied;
        }
        admitNext.admitAll(key.organization());
        return new Applied(sessions.find(key).orElse(applied.session()), applied.changed());
    }
}
