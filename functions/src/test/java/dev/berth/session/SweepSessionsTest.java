package dev.berth.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.EventData;
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

    @Test
    void whatWasKeptOfAWorkspaceIsRemovedWhenItHasHadItsTime() {
        var kept = SessionScene.kept(DYNAMO_DB);
        var session = stoppedWithAnArchive(kept);
        kept.clock.advance(WorkspaceArchive.KEPT.minusSeconds(1));
        kept.sweepSessions.sweep();
        assertThat(kept.session(session).toRestore()).isPresent();

        kept.clock.advance(Duration.ofSeconds(2));
        kept.sweepSessions.sweep();

        assertThat(kept.session(session).archive()).isNull();
        assertThat(kept.objects.keys()).isEmpty();
        assertThat(kept.events(session).getLast().data())
                .isInstanceOfSatisfying(
                        EventData.Error.class, told -> assertThat(told.code()).isEqualTo("archive_expired"));
        kept.resumeSession.resume(session, false);
        assertThat(kept.session(session).workspace()).isEqualTo(WorkspaceOrigin.FRESH);
    }

    /// Whoever removed it ended between saying so and doing it.
    @Test
    void whatWasToBeRemovedIsRemovedByTheNextSweep() {
        var kept = SessionScene.kept(DYNAMO_DB);
        var session = stoppedWithAnArchive(kept);
        kept.clock.advance(WorkspaceArchive.KEPT.plusSeconds(1));
        kept.transitions.apply(session, new LifecycleEvent.ArchiveExpired());

        kept.sweepSessions.sweep();

        assertThat(kept.session(session).archive()).isNull();
        assertThat(kept.objects.keys()).isEmpty();
    }

    @Test
    void aRunBringsTheTimeOfWhatWasKeptForward() {
        var kept = SessionScene.kept(DYNAMO_DB);
        var session = stoppedWithAnArchive(kept);
        kept.clock.advance(WorkspaceArchive.KEPT.minusSeconds(1));
        kept.resumeSession.resume(session, false);
        FakeSandbox.running(kept, session);
        kept.stop(session);
        kept.finish(session);

        kept.clock.advance(WorkspaceArchive.KEPT.minusSeconds(1));
        kept.sweepSessions.sweep();

        assertThat(kept.session(session).toRestore()).isPresent();
    }

    private static SessionKey stoppedWithAnArchive(SessionScene kept) {
        var session = kept.start("task");
        FakeSandbox.running(kept, session).keep("content");
        kept.stop(session);
        kept.finish(session);
        return session;
    }
}
