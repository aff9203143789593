package dev.berth.session;

import dev.berth.sandbox.Observation;

/// What the sweep does with a session that has not ended, judged from what the record, the workflow and the substrate
/// say. It repairs what a process that ended half-way left behind.
sealed interface SweepDecision {
    record Nothing() implements SweepDecision {}

    /// The slot was taken and the workflow never started.
    record StartWorkflow() implements SweepDecision {}

    /// The workflow ended and the session did not.
    record Settle() implements SweepDecision {}

    /// The substrate lost the sandbox and nobody was told.
    record ReportGone(Observation.Gone gone) implements SweepDecision {}

    /// A signal may be on record that never reached the wait.
    record CheckWait() implements SweepDecision {}

    static SweepDecision of(Session session, Workflow.Status workflow, Observation sandbox) {
        if (!session.status().holdsSlot()) {
            return new Nothing();
        }
        return switch (workflow) {
            case ABSENT -> new StartWorkflow();
            case ENDED -> new Settle();
            case RUNNING -> whileRunning(session, sandbox);
        };
    }

    private static SweepDecision whileRunning(Session session, Observation sandbox) {
        var wasLaunched = session.launch() == LaunchState.LAUNCHED;
        return switch (sandbox) {
            case Observation.Gone gone when wasLaunched -> new ReportGone(gone);
            case Observation.Gone _, Observation.Standing _ -> new CheckWait();
        };
    }
}
