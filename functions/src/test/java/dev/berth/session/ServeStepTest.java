package dev.berth.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.sandbox.FakeSandbox;
import dev.berth.store.InMemoryDynamoDb;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ServeStepTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final SessionScene scene = new SessionScene(DYNAMO_DB);
    private final SessionKey key = scene.start("task");
    private final FakeSandbox sandbox = FakeSandbox.running(scene, key);

    @Test
    void aSessionThatRunsIsWaitedFor() {
        assertThat(scene.workflow.isLive(scene.serveStep(key))).isTrue();
    }

    @Test
    void aStopThatCameBetweenTheStatesEndsTheWaitAsItBegins() {
        scene.stop(key);

        assertThat(scene.workflow.endOf(scene.serveStep(key))).isEqualTo(RecordingWorkflow.SUCCEEDED);
    }

    @Test
    void aSandboxThatEndedBetweenTheStatesEndsTheWaitAsItBegins() {
        sandbox.endByItself("signal 9");

        assertThat(scene.workflow.endOf(scene.serveStep(key))).isEqualTo(RecordingWorkflow.SUCCEEDED);
    }

    @Test
    void aSandboxThatFallsSilentIsLost() {
        scene.serveStep(key);
        scene.finish(key, "States.HeartbeatTimeout");

        assertThat(scene.session(key).reason()).isEqualTo(StopReason.LOST);
        assertThat(scene.status(key)).isEqualTo(SessionStatus.FAILED);
        assertThat(scene.driver.list()).doesNotContain(sandbox.ref());
    }

    @Test
    void aSessionWhoseLifetimeHasPassedExpires() {
        scene.serveStep(key);
        scene.clock.advance(Duration.ofHours(8));
        scene.finish(key, "States.Timeout");

        assertThat(scene.session(key).reason()).isEqualTo(StopReason.EXPIRED);
        assertThat(scene.status(key)).isEqualTo(SessionStatus.STOPPED);
    }
}
