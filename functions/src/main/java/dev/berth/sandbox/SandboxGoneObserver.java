package dev.berth.sandbox;

import dev.berth.session.LifecycleEvent.SandboxGone;
import dev.berth.session.SessionTransitions;

/// Records that a sandbox has gone, however that came to be known.
public final class SandboxGoneObserver implements SandboxObserver {
    private final SessionTransitions transitions;

    public SandboxGoneObserver(SessionTransitions transitions) {
        this.transitions = transitions;
    }

    @Override
    public void gone(SandboxRef sandbox, Observation.Gone gone) {
        transitions.apply(sandbox.session(), new SandboxGone(sandbox.generation(), gone.detail()));
    }
}
