package dev.berth.session;

import dev.berth.sandbox.Observation;
import dev.berth.sandbox.SandboxDriver;
import dev.berth.sandbox.SandboxRef;
import dev.berth.session.LifecycleEvent.SandboxGone;
import dev.berth.session.LifecycleEvent.WaitBegun;
import dev.berth.session.SessionTransitions.Step;
import java.time.Clock;

/// The workflow's third state: the sandbox is asked to finish, then the substrate to end it; over when the substrate
/// says that it is gone.
public final class StopStep {
    private final SessionTransitions transitions;
    private final SandboxDriver driver;
    private final Waits waits;
    private final Clock clock;

    public StopStep(SessionTransitions transitions, SandboxDriver driver, Waits waits, Clock clock) {
        this.transitions = transitions;
        this.driver = driver;
        this.waits = waits;
        this.clock = clock;
    }

    public void run(StepInput input) {
        var session = transitions
                .apply(input.key(), current -> decide(current, input))
                .session();
        waits.check(session, input);
        var sandbox = session.sandbox();
        if (session.run() == input.run() && session.status() == SessionStatus.STOPPING && sandbox != null) {
            stop(new SandboxRef(sandbox, session.key(), session.generation()));
        }
    }

    private Step decide(Session session, StepInput input) {
        if (session.run() != input.run()) {
            return Step.of();
        }
        var begun = new WaitBegun(input.waitFor(Wait.State.STOP, session.generation()));
        return switch (session.status()) {
            case STARTING, RUNNING -> Step.of(StopCause.of(session, input.cause(), clock.instant()), begun);
            case QUEUED, STOPPING, STOPPED, FAILED -> Step.of(begun);
        };
    }

    private void stop(SandboxRef sandbox) {
        driver.stop(sandbox);
        if (driver.observe(sandbox) instanceof Observation.Gone(var detail, var failure)) {
            transitions.apply(sandbox.session(), new SandboxGone(sandbox.generation(), detail, failure));
        }
    }
}
