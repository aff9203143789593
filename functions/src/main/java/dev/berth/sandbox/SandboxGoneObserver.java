package dev.berth.sandbox;

import dev.berth.session.LifecycleEvent.SandboxGone;
import dev.berth.session.SessionTransitions;
import dev.berth.session.Sessions;

/// Records that a sandbox has gone, however that came to be known. One whose session was removed meanwhile is of no
/// interest.
public final class SandboxGoneObserver implements SandboxObserver {
    private final Sessions sessions;
    private final SessionTransitions transitions;

    public SandboxGoneObserver(Sessions sessions, SessionTransitions transitions) {
        this.sessions = sessions;
        this.transitions = transitions;
    }

    @Override
    public void gone(SandboxRef sandbox, Observation.Gone gone) {
        if (sessions.find(sandbox.session()).isPresent()) {
            transitions.apply(sandbox.session(), new SandboxGone(sandbox.generation(), gone.detail(), gone.failure()));
        }
    }
}
