package dev.berth.session;

import dev.berth.session.LifecycleEvent.WaitBegun;
import dev.berth.session.SessionTransitions.Step;

/// The workflow's second state: waits while the sandbox works. Whatever ends the session has changed the record.
public final class ServeStep {
    private final SessionTransitions transitions;
    private final Waits waits;

    public ServeStep(SessionTransitions transitions, Waits waits) {
        this.transitions = transitions;
        this.waits = waits;
    }

    public void run(StepInput input) {
        var session = transitions
                .apply(
                        input.key(),
                        current -> Step.of(new WaitBegun(input.waitFor(Wait.State.SERVE, current.generation()))))
                .session();
        waits.check(session, input);
    }
}
