package dev.berth.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.sandbox.FakeSandbox;
import dev.berth.sandbox.LaunchOutcome;
import dev.berth.store.InMemoryDynamoDb;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SweepSessionsTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final SessionScene scene = new SessionScene(DYNAMO_DB, 1, 10);
    private final SessionKey key = scene.start("task");

    @Test
    void aWorkflowThatWasNeverStartedIsStarted() {
        var name = scene.session(key).executionName();
        scene.workflow.forget(name);

        scene.sweepSessions.sweep();

        assertThat(scene.workflow.started()).contains(name);
    }

    @Test
    void aSessionWhoseWorkflowEndedIsSettled() {
        FakeSandbox.running(scene, key);
        scene.workflow.set(scene.session(key).executionName(), Workflow.Status.ENDED);

        scene.sweepSessions.sweep();

        assertThat(scene.status(key)).isEqualTo(SessionStatus.FAILED);
    }

    @Test
    void aSandboxThatEndedUnseenIsLost() {
        scene.driver.end(FakeSandbox.running(scene, key).ref());

        scene.sweepSessions.sweep();

        assertThat(scene.session(key).reason()).isEqualTo(StopReason.LOST);
    }

    @Test
    void aSandboxThatBelongsToNobodyIsStopped() {
        var sandbox = FakeSandbox.running(scene, key);
        scene.driver.linger();
        scene.stop(key);
        scene.settle(key);
        var asked = scene.driver.stopped().size();

        scene.sweepSessions.sweep();

        assertThat(scene.driver.stopped()).hasSize(asked + 1).endsWith(sandbox.ref());
    }

    @Test
    void whoWaitsForCapacityIsAdmittedWhenItsTimeHasCome() {
        scene.driver.next(() -> new LaunchOutcome.NoCapacity("no room"));
        scene.startStep(key, 0);
        scene.sweepSessions.sweep();
        assertThat(scene.status(key)).isEqualTo(SessionStatus.QUEUED);

        scene.clock.advance(Duration.ofSeconds(30));
        scene.sweepSessions.sweep();

        assertThat(scene.status(key)).isEqualTo(SessionStatus.STARTING);
    }

    @Test
    void aSignalThatNeverReachedTheWaitIsGivenAgain() {
        FakeSandbox.running(scene, key);
        scene.serveStep(key);
        scene.stop(key);
        var stopping = scene.session(key);
        var token = stopping.waiting() == null ? "" : stopping.waiting().token();
        scene.workflow.revive(token);

        scene.sweepSessions.sweep();

        assertThat(scene.workflow.endOf(token)).isEqualTo(RecordingWorkflow.SUCCEEDED);
    }
}
