package dev.berth.session;

import static dev.berth.http.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.sandbox.FakeSandbox;
import dev.berth.store.InMemoryDynamoDb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResumeSessionTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final SessionScene scene = new SessionScene(DYNAMO_DB, 1, 1);

    @Test
    void aStoppedSessionStartsAgainAsANewRun() {
        var key = stopped();

        var resumed = scene.resumeSession.resume(key, false);

        assertThat(resumed.changed()).isTrue();
        assertThat(resumed.session().status()).isEqualTo(SessionStatus.STARTING);
        assertThat(resumed.session().run()).isEqualTo(2);
        assertThat(scene.workflow.started()).containsExactly(key.session() + "-1", key.session() + "-2");
    }

    @Test
    void aFailedSessionStartsAgainWithoutItsFailure() {
        var key = scene.start("task");
        FakeSandbox.running(scene, key).endByItself("signal 9");
        scene.finish(key);
        assertThat(scene.status(key)).isEqualTo(SessionStatus.FAILED);

        var resumed = scene.resumeSession.resume(key, false).session();

        assertThat(resumed.status()).isEqualTo(SessionStatus.STARTING);
        assertThat(resumed.failure()).isNull();
    }

    @Test
    void withoutFreeSlotItIsQueued() {
        var key = stopped();
        scene.start("takes the slot");

        assertThat(scene.resumeSession.resume(key, false).session().status()).isEqualTo(SessionStatus.QUEUED);
    }

    @Test
    void whatIsQueuedStartsOrRunsIsLeftAsItIs() {
        var first = scene.start("first");
        var second = scene.start("second");

        assertThat(scene.resumeSession.resume(first, false).changed()).isFalse();
        assertThat(scene.resumeSession.resume(second, false).changed()).isFalse();
        FakeSandbox.running(scene, first);
        assertThat(scene.resumeSession.resume(first, false).changed()).isFalse();
    }

    @Test
    void whatIsStoppingGoesOnWhenItHasStopped() {
        var key = scene.start("task");
        FakeSandbox.running(scene, key);
        scene.stop(key);

        assertThat(scene.resumeSession.resume(key, false).changed()).isTrue();
        assertThat(scene.resumeSession.resume(key, false).changed()).isFalse();
        assertThat(scene.status(key)).isEqualTo(SessionStatus.STOPPING);
        scene.finish(key);

        assertThat(scene.status(key)).isEqualTo(SessionStatus.STARTING);
        assertThat(scene.session(key).run()).isEqualTo(2);
    }

    @Test
    void aLaterStopTakesTheResumeBack() {
        var key = scene.start("task");
        scene.stop(key);
        scene.resumeSession.resume(key, false);

        assertThat(scene.stop(key).changed()).isTrue();
        scene.finish(key);

        assertThat(scene.status(key)).isEqualTo(SessionStatus.STOPPED);
    }

    @Test
    void aVersionWithoutReadySnapshotCannotBeResumed() {
        var key = stopped();
        scene.profiles.snapshots.delete(scene.version);

        var problem = assertProblem(409, "profile_not_startable", () -> scene.resumeSession.resume(key, false));

        assertThat(problem.extra()).containsEntry("reason", "no_version");
        assertThat(scene.status(key)).isEqualTo(SessionStatus.STOPPED);
    }

    @Test
    void aFullQueueRefusesTheResume() {
        var key = stopped();
        scene.start("takes the slot");
        scene.start("fills the queue");

        assertProblem(429, "queue_full", () -> scene.resumeSession.resume(key, false));

        assertThat(scene.status(key)).isEqualTo(SessionStatus.STOPPED);
        assertThat(scene.admissions.read(scene.organization).queue()).hasSize(1);
    }

    @Test
    void aFullQueueOfThoseWhoMustWaitLongerDoesNotKeepFromAFreeSlot() {
        var narrow = new SessionScene(DYNAMO_DB, 1, 0);
        var key = narrow.start("task");
        narrow.stop(key);
        narrow.settle(key);

        assertThat(narrow.resumeSession.resume(key, false).session().status()).isEqualTo(SessionStatus.STARTING);
    }

    private SessionKey stopped() {
        var key = scene.start("task");
        scene.stop(key);
        scene.settle(key);
        return key;
    }
}
