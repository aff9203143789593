package dev.berth.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.BusEvent;
import dev.berth.event.EventData;
import dev.berth.event.TurnOutcome;
import dev.berth.sandbox.FakeSandbox;
import dev.berth.store.InMemoryDynamoDb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StopSessionTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final SessionScene scene = new SessionScene(DYNAMO_DB, 1, 10);

    @Test
    void aQueuedSessionIsStoppedAtOnceAndLeavesTheQueue() {
        scene.start("runs");
        var key = scene.start("waits");

        var applied = scene.stop(key);

        assertThat(applied.changed()).isTrue();
        assertThat(scene.session(key).status()).isEqualTo(SessionStatus.STOPPED);
        assertThat(scene.session(key).reason()).isEqualTo(StopReason.USER);
        assertThat(scene.admissions.read(scene.organization).queue()).isEmpty();
    }

    @Test
    void aStartingSessionStopsAndItsWaitEnds() {
        var key = scene.start("task");
        var token = scene.startStep(key, 0);

        scene.stop(key);

        assertThat(scene.status(key)).isEqualTo(SessionStatus.STOPPING);
        assertThat(scene.workflow.endOf(token)).isEqualTo(WaitEnd.STOP_REQUESTED);
    }

    @Test
    void aRunningSessionStopsWhenItsSandboxHasGone() {
        var key = scene.start("task");
        var sandbox = FakeSandbox.running(scene, key);
        var serving = scene.serveStep(key);
        scene.driver.linger();

        scene.stop(key);
        assertThat(scene.workflow.endOf(serving)).isEqualTo(RecordingWorkflow.SUCCEEDED);
        var stopping = scene.stopStep(key, "Session.Ended");
        assertThat(scene.driver.stopped()).containsExactly(sandbox.ref());
        assertThat(sandbox.heartbeat(0).stop()).isTrue();
        assertThat(scene.workflow.isLive(stopping)).isTrue();

        sandbox.endByItself("exit code 0");
        assertThat(scene.workflow.endOf(stopping)).isEqualTo(RecordingWorkflow.SUCCEEDED);
        scene.settle(key);
        assertThat(scene.status(key)).isEqualTo(SessionStatus.STOPPED);
        assertThat(scene.session(key).reason()).isEqualTo(StopReason.USER);
    }

    @Test
    void stoppingWhatStopsOrHasStoppedIsNothingToDo() {
        var key = scene.start("task");
        scene.stop(key);
        assertThat(scene.stop(key).changed()).isFalse();

        scene.settle(key);
        assertThat(scene.stop(key).changed()).isFalse();
        assertThat(scene.status(key)).isEqualTo(SessionStatus.STOPPED);
    }

    @Test
    void settlingClosesTheOpenTurnAndTellsOnce() {
        var key = scene.start("task");
        var turn = FakeSandbox.running(scene, key).takeTurn().orElseThrow().turn();
        scene.stop(key);
        scene.finish(key);
        var after = scene.session(key);

        scene.settle(key);

        assertThat(after.turn()).isNull();
        assertThat(scene.session(key)).isEqualTo(after);
        assertThat(scene.events(key))
                .filteredOn(event -> event.data() instanceof EventData.TurnEnded)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.turn()).isEqualTo(turn);
                    assertThat(((EventData.TurnEnded) event.data()).outcome()).isEqualTo(TurnOutcome.FAILED);
                });
        assertThat(scene.admissions.read(scene.organization).slots()).isEmpty();
    }

    @Test
    void settlingAgainPublishesTheOutcomeAgain() {
        var key = scene.start("task");
        scene.stop(key);
        scene.settle(key);
        scene.settle(key);

        assertThat(scene.bus.published())
                .filteredOn(event -> event instanceof BusEvent.SessionChanged changed
                        && changed.session().equals(key.session())
                        && changed.status().equals("stopped"))
                .hasSize(2);
    }

    @Test
    void settlingAnEarlierRunOnlyAdmitsTheNext() {
        var key = scene.start("task");
        scene.stop(key);
        scene.settle(key);
        scene.resumeSession.resume(key, false);
        var waiting = scene.start("waits");
        var resumed = scene.session(key);

        scene.settleSession.settle(key, 1);

        assertThat(scene.session(key)).isEqualTo(resumed);
        assertThat(scene.status(waiting)).isEqualTo(SessionStatus.QUEUED);
    }

    @Test
    void aWorkflowThatEndsEarlyFailsTheSessionAndStopsWhatStands() {
        var key = scene.start("task");
        var sandbox = FakeSandbox.running(scene, key);

        scene.settle(key);

        assertThat(scene.session(key).status()).isEqualTo(SessionStatus.FAILED);
        assertThat(scene.session(key).failure())
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("workflow_ended"));
        assertThat(scene.driver.list()).doesNotContain(sandbox.ref());
    }

    @Test
    void aSandboxThatEndsByItselfIsLostAndItsSessionFails() {
        var key = scene.start("task");
        var sandbox = FakeSandbox.running(scene, key);
        var serving = scene.serveStep(key);

        sandbox.endByItself("signal 9");
        assertThat(scene.workflow.endOf(serving)).isEqualTo(RecordingWorkflow.SUCCEEDED);
        scene.finish(key);

        assertThat(scene.session(key).status()).isEqualTo(SessionStatus.FAILED);
        assertThat(scene.session(key).reason()).isEqualTo(StopReason.LOST);
    }

    @Test
    void anInterruptMarksTheOpenTurnOnce() {
        var key = scene.start("task");
        var sandbox = FakeSandbox.running(scene, key);
        assertThat(scene.interruptTurn.interrupt(key).changed()).isFalse();
        var turn = sandbox.takeTurn().orElseThrow().turn();

        assertThat(scene.interruptTurn.interrupt(key).changed()).isTrue();
        assertThat(scene.interruptTurn.interrupt(key).changed()).isFalse();
        assertThat(sandbox.heartbeat(0).interruptTurn()).isEqualTo(turn);
        assertThat(sandbox.send(sandbox.turnEnded(turn)).interruptTurn()).isNull();
    }
}
