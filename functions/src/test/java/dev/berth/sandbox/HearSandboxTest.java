package dev.berth.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.http.Race;
import dev.berth.session.SessionKey;
import dev.berth.session.SessionScene;
import dev.berth.session.SessionStatus;
import dev.berth.session.StopReason;
import dev.berth.store.InMemoryDynamoDb;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HearSandboxTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private static final Duration IDLE_TIME = Duration.ofMinutes(15);

    private final SessionScene scene = new SessionScene(DYNAMO_DB);
    private final SessionKey key = scene.start("task");
    private final FakeSandbox sandbox = FakeSandbox.running(scene, key);
    private final String token = scene.serveStep(key);

    @BeforeEach
    void theTaskIsDone() {
        sandbox.completeTurn();
    }

    @Test
    void theWorkflowHearsOfASandboxAtMostEachThirtySeconds() {
        sandbox.heartbeat(0);
        sandbox.heartbeat(0);
        assertThat(scene.workflow.heartbeats()).containsExactly(token);

        scene.clock.advance(Duration.ofMillis(29_999));
        sandbox.heartbeat(0);
        assertThat(scene.workflow.heartbeats()).hasSize(1);

        scene.clock.advance(Duration.ofMillis(1));
        sandbox.heartbeat(0);
        assertThat(scene.workflow.heartbeats()).containsExactly(token, token);
    }

    @Test
    void aClockThatWasSetBackDoesNotSilenceASandbox() {
        scene.clock.advance(Duration.ofHours(-1));
        sandbox.heartbeat(0);

        assertThat(scene.workflow.heartbeats()).hasSize(2);
    }

    @Test
    void anIdleSessionIsStoppedWhenItIsHeardOf() {
        scene.clock.advance(IDLE_TIME);

        assertThat(sandbox.heartbeat(IDLE_TIME.toMillis()).stop()).isTrue();

        assertThat(scene.session(key).reason()).isEqualTo(StopReason.IDLE);
        assertThat(scene.workflow.endOf(token)).isEqualTo("succeeded");
    }

    @Test
    void aSessionThatIsNotIdleLongEnoughGoesOn() {
        scene.clock.advance(IDLE_TIME);

        assertThat(sandbox.heartbeat(IDLE_TIME.toMillis() - 1).stop()).isFalse();
    }

    @Test
    void idleTimeBeforeTheClockWasSteadyDoesNotCount() {
        scene.clock.advance(IDLE_TIME);
        scene.steadySince = scene.clock.instant().minusSeconds(1);

        assertThat(sandbox.heartbeat(IDLE_TIME.toMillis()).stop()).isFalse();

        scene.clock.advance(IDLE_TIME.minusSeconds(1));
        assertThat(sandbox.heartbeat(IDLE_TIME.multipliedBy(2).toMillis()).stop())
                .isTrue();
    }

    @Test
    void aSessionWithAMessageIsNotIdle() {
        scene.send(key, "more");
        scene.clock.advance(IDLE_TIME);

        assertThat(sandbox.heartbeat(IDLE_TIME.toMillis()).stop()).isFalse();
    }

    @RepeatedTest(5)
    void whenAMessageMeetsAnIdleStopTheMessageIsDeliveredInAnyCase() throws Exception {
        scene.clock.advance(IDLE_TIME);
        var first = new AtomicBoolean(true);

        Race.of(2, () -> first.getAndSet(false) ? scene.send(key, "more") : sandbox.heartbeat(IDLE_TIME.toMillis()));

        var session = scene.session(key);
        assertThat(session.queuedMessages()).isEqualTo(1);
        assertThat(session.status() == SessionStatus.RUNNING || session.resumeRequested())
                .as("it runs on, or begins again")
                .isTrue();
    }

    @Test
    void aSandboxThatCallsEndsAWaitWhoseSignalWasLost() {
        scene.stop(key);
        scene.workflow.revive(token);

        sandbox.heartbeat(0);

        assertThat(scene.workflow.endOf(token)).isEqualTo("succeeded");
    }

    @Test
    void theAnswerSaysWhatIsQueuedAndAcknowledged() {
        scene.send(key, "more");

        var answer = sandbox.heartbeat(0);

        assertThat(answer.queuedMessages()).isEqualTo(1);
        assertThat(answer.acknowledgedBatch()).isEqualTo(1);
        assertThat(answer.flushAfterMillis()).isEqualTo(15_000);
        assertThat(answer.stop()).isFalse();
    }

    @Test
    void aSandboxThatIsWatchedSendsSooner() {
        new Viewers(scene.activities, FlushPolicy.AWS, scene.clock).note(key);

        assertThat(sandbox.heartbeat(0).flushAfterMillis()).isEqualTo(1_000);
        scene.clock.advance(Duration.ofMinutes(1));
        assertThat(sandbox.heartbeat(0).flushAfterMillis()).isEqualTo(15_000);
    }
}
