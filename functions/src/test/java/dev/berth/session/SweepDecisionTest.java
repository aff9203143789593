package dev.berth.session;

import static dev.berth.session.SessionBuilder.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.sandbox.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SweepDecisionTest {
    private static final Observation STANDING = new Observation.Standing();
    private static final Observation GONE = new Observation.Gone("exit code 137");

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "STOPPED", "FAILED"})
    void whatHoldsNoSlotIsLeftAlone(SessionStatus status) {
        for (var workflow : Workflow.Status.values()) {
            assertThat(SweepDecision.of(session(status).build(), workflow, GONE))
                    .isEqualTo(new SweepDecision.Nothing());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTING", "RUNNING", "STOPPING"})
    void aSlotWithoutWorkflowGetsOneAndOneWhoseWorkflowEndedIsSettled(SessionStatus status) {
        var session = session(status).build();

        assertThat(SweepDecision.of(session, Workflow.Status.ABSENT, STANDING))
                .isEqualTo(new SweepDecision.StartWorkflow());
        assertThat(SweepDecision.of(session, Workflow.Status.ENDED, STANDING)).isEqualTo(new SweepDecision.Settle());
    }

    @Test
    void aLaunchedSandboxThatHasGoneIsReported() {
        var running = session(SessionStatus.RUNNING).build();

        assertThat(SweepDecision.of(running, Workflow.Status.RUNNING, GONE))
                .isEqualTo(new SweepDecision.ReportGone(new Observation.Gone("exit code 137")));
    }

    @Test
    void aSandboxWhoseLaunchIsUnderWayIsNotMissed() {
        var starting = session(SessionStatus.STARTING).build();

        assertThat(SweepDecision.of(starting, Workflow.Status.RUNNING, GONE)).isEqualTo(new SweepDecision.CheckWait());
    }

    @Test
    void otherwiseTheWaitIsLookedAtAgain() {
        var running = session(SessionStatus.RUNNING).build();

        assertThat(SweepDecision.of(running, Workflow.Status.RUNNING, STANDING))
                .isEqualTo(new SweepDecision.CheckWait());
    }
}
