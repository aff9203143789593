package dev.berth.sandbox;

import dev.berth.protocol.FailureReport;
import dev.berth.session.LifecycleEvent.StopAsked;
import dev.berth.session.Session;
import dev.berth.session.SessionStatus;
import dev.berth.session.SessionTransitions;
import dev.berth.session.SessionTransitions.Step;
import dev.berth.session.StopReason;

/// A sandbox says why it cannot go on: its session fails with that reason.
public final class ReportFailure {
    private final SessionTransitions transitions;

    public ReportFailure(SessionTransitions transitions) {
        this.transitions = transitions;
    }

    public Session failed(SandboxCaller caller, FailureReport report) {
        var generation = caller.sandbox().generation();
        return transitions
                .apply(
                        caller.sandbox().session(),
                        session -> concerns(session, generation)
                                ? Step.of(new StopAsked(StopReason.FAILED, report.failure()))
                                : Step.of())
                .session();
    }

    private static boolean concerns(Session session, int generation) {
        return session.generation() == generation
                && (session.status() == SessionStatus.STARTING || session.status() == SessionStatus.RUNNING);
    }
}
