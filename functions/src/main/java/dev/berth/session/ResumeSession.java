package dev.berth.session;

import dev.berth.session.LifecycleEvent.ResumeAsked;
import dev.berth.session.SessionTransitions.Applied;
import dev.berth.session.SessionTransitions.Step;

/// Starts an ended session again, as a new run of the same version; one that is stopping goes on when it has stopped.
public final class ResumeSession {
    private final Sessions sessions;
    private final SessionTransitions transitions;
    private final ResumableVersion version;
    private final AdmitNext admitNext;

    public ResumeSession(
            Sessions sessions, SessionTransitions transitions, ResumableVersion version, AdmitNext admitNext) {
        this.sessions = sessions;
        this.transitions = transitions;
        this.version = version;
        this.admitNext = admitNext;
    }

    /// @param fresh without what was kept of its workspace
    /// @throws dev.berth.http.ProblemException 409 when its version cannot be started from, 429 when the
    ///     queue is full
    public Applied resume(SessionKey key, boolean fresh) {
        var applied = transitions.apply(key, current -> {
            version.require(current);
            return Step.of(new ResumeAsked(fresh));
        });
        if (applied.session().status() != SessionStatus.QUEUED) {
            return applied;
        }
        admitNext.admitAll(key.organization());
        return new Applied(sessions.find(key).orElse(applied.session()), applied.changed());
    }
}
