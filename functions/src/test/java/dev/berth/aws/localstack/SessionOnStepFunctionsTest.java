package dev.berth.aws.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.event.Json;
import dev.berth.function.StepFunctions;
import dev.berth.sandbox.FakeSandbox;
import dev.berth.sandbox.LaunchOutcome;
import dev.berth.session.ExecutionEnded;
import dev.berth.session.Session;
import dev.berth.session.SessionKey;
import dev.berth.session.SessionScene;
import dev.berth.session.SessionStatus;
import dev.berth.session.StopReason;
import dev.berth.session.Workflow;
import dev.berth.store.InMemoryDynamoDb;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;

/// Sessions whose workflow is `session.asl.json` on LocalStack, calling the real step function.
@Tag("localstack")
@Testcontainers
class SessionOnStepFunctionsTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    /// Long enough for what the test does meanwhile.
    private static final int LIMIT_SECONDS = 6;

    private static final String STOP_LIMIT = "/Stop/TimeoutSeconds";
    private static final String LIFETIME = "/Serve/TimeoutSeconds";
    private static final String SETTLE_RETRIES = "/Settle/Retry/0/MaxAttempts";

    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    @Container
    private static final LocalStackContainer AWS = LocalStack.with("stepfunctions", "sqs", "sts", "events");

    /// Steps that are to fail once, each before the function does anything.
    private final Queue<String> failing = new ConcurrentLinkedQueue<>();

    /// Steps that are to fail however often they are tried.
    private final Set<String> failingForGood = ConcurrentHashMap.newKeySet();

    private StateMachine machine;
    private SessionScene scene;

    @BeforeEach
    void deploy() {
        deploy(Map.of("/Start/TimeoutSeconds", LIMIT_SECONDS, "/Serve/HeartbeatSeconds", LIMIT_SECONDS));
    }

    private void deploy(Map<String, Integer> shortened) {
        machine = new StateMachine(AWS, this::step, shortened);
        scene = new SessionScene(DYNAMO_DB, machine.workflow());
    }

    private void redeploy(Map<String, Integer> shortened) throws InterruptedException {
        machine.close();
        deploy(shortened);
    }

    @AfterEach
    void close() throws InterruptedException {
        machine.close();
    }

    @Test
    void aSessionRunsFromStartToTheEndThatWasAskedFor() {
        var key = scene.start("work");
        ready(key, 1);
        awaitWaiting(key, "SERVE");
        scene.stop(key);
        awaitEnd(key, SessionStatus.STOPPED, StopReason.USER);
    }

    @Test
    void aSandboxThatEndsBeforeItIsReadyIsFollowedByANewGeneration() {
        var key = scene.start("work");
        awaitLaunch(key, 1);
        FakeSandbox.launched(scene).endByItself("exit code 1");
        ready(key, 2);
        scene.stop(key);
        awaitEnd(key, SessionStatus.STOPPED, StopReason.USER);
    }

    @Test
    void sandboxesThatAreNeverReadyFailTheSessionAfterTheThird() {
        var key = scene.start("work");
        awaitEnd(key, SessionStatus.FAILED, StopReason.FAILED);
        assertThat(scene.session(key).generation()).isEqualTo(3);
    }

    @Test
    void aMissedHeartbeatIsALostSandbox() {
        var key = scene.start("work");
        ready(key, 1);
        awaitEnd(key, SessionStatus.FAILED, StopReason.LOST);
    }

    @Test
    void aSandboxThatIsGoneEndsTheServingAtOnce() {
        var key = scene.start("work");
        ready(key, 1);
        awaitWaiting(key, "SERVE");
        FakeSandbox.launched(scene).endByItself("signal 9");
        awaitEnd(key, SessionStatus.FAILED, StopReason.LOST);
        assertThat(scene.session(key).failure())
                .satisfies(failure -> assertThat(String.valueOf(failure)).contains("signal 9"));
    }

    @Test
    void noCapacityGoesBackToTheQueueAndTheNextRunStarts() {
        scene.driver.next(() -> new LaunchOutcome.NoCapacity("full"));
        var key = scene.start("work");
        await().atMost(SOON).until(() -> scene.session(key).run() == 2);
        assertThat(scene.status(key)).isEqualTo(SessionStatus.QUEUED);
        await().atMost(SOON).until(() -> machine.workflow().status(key.session() + "-1") == Workflow.Status.ENDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "serve", "stop", "settle"})
    void aStepThatFailsOnceIsTriedAgain(String step) {
        failing.add(step);
        var key = scene.start("work");
        ready(key, 1);
        awaitWaiting(key, "SERVE");
        scene.stop(key);
        awaitEnd(key, SessionStatus.STOPPED, StopReason.USER);
        assertThat(failing).isEmpty();
    }

    @Test
    void aSessionWhoseLifetimeIsOverExpiresHoweverBusyItIs() throws InterruptedException {
        redeploy(Map.of(LIFETIME, LIMIT_SECONDS, "/Serve/HeartbeatSeconds", LIMIT_SECONDS - 1));
        var key = scene.start("work");
        ready(key, 1);
        awaitWaiting(key, "SERVE");
        scene.clock.advance(scene.session(key).spec().maxLifetime());
        keepBeating(key);
        awaitEnd(key, SessionStatus.STOPPED, StopReason.EXPIRED);
    }

    @Test
    void aSandboxThatDoesNotEndIsToldAgainAndThenSettledWithout() throws InterruptedException {
        redeploy(Map.of(STOP_LIMIT, 2));
        scene.driver.linger();
        var key = scene.start("work");
        ready(key, 1);
        awaitWaiting(key, "SERVE");
        scene.stop(key);
        awaitEnd(key, SessionStatus.STOPPED, StopReason.USER);
        var threeTimesByStopOnceBySettle = 4;
        assertThat(scene.driver.stopped()).hasSize(threeTimesByStopOnceBySettle);
    }

    @ParameterizedTest
    @CsvSource({
        "start, FAILED, FAILED, sandbox_start_failed",
        "serve, FAILED, FAILED, workflow_failed",
        "stop, STOPPED, USER, ''"
    })
    void aStepThatGoesOnFailingEndsTheSession(String step, SessionStatus status, StopReason reason, String code) {
        failingForGood.add(step);
        var key = scene.start("work");
        if (!step.equals("start")) {
            ready(key, 1);
        }
        if (step.equals("stop")) {
            awaitWaiting(key, "SERVE");
            scene.stop(key);
        }
        awaitEnd(key, status, reason);
        var failure = scene.session(key).failure();
        assertThat(failure == null ? "" : failure.code()).isEqualTo(code);
    }

    @Test
    void aRunThatItsWorkflowCannotSettleIsSettledWhenTheWorkflowHasFailed() throws InterruptedException {
        redeploy(Map.of(SETTLE_RETRIES, 1));
        failingForGood.add("settle");
        var key = scene.start("work");
        ready(key, 1);
        awaitWaiting(key, "SERVE");
        scene.stop(key);
        await().atMost(SOON)
                .until(() -> machine.workflow().status(scene.session(key).executionName()) == Workflow.Status.ENDED);
        assertThat(scene.status(key)).isEqualTo(SessionStatus.STOPPING);
        new ExecutionEnded(scene.sessions, scene.transitions, scene.settleSession).ended(key, 1, false);
        assertThat(scene.status(key)).isEqualTo(SessionStatus.STOPPED);
    }

    /// The clock of the record stands still, so each sign of life comes when one is due.
    private void keepBeating(SessionKey key) {
        var sandbox = FakeSandbox.launched(scene);
        await().atMost(SOON).pollInterval(Duration.ofSeconds(1)).until(() -> {
            if (scene.status(key) == SessionStatus.RUNNING) {
                scene.clock.advance(Duration.ofSeconds(30));
                sandbox.heartbeat(0);
            }
            return scene.status(key) != SessionStatus.RUNNING;
        });
    }

    private void step(String payload) {
        var name = Json.MAPPER.readTree(payload).path("step").asString();
        if (failing.remove(name) || failingForGood.contains(name)) {
            throw new IllegalStateException(name + " was to fail");
        }
        StepFunctions.of(scene.startStep, scene.serveStep, scene.stopStep, scene.settleSession)
                .accept(payload);
    }

    private void ready(SessionKey key, int generation) {
        awaitLaunch(key, generation);
        var sandbox = FakeSandbox.launched(scene);
        sandbox.exchange();
        sandbox.ready();
    }

    private void awaitLaunch(SessionKey key, int generation) {
        await().atMost(SOON).until(() -> {
            var launches = scene.driver.launches();
            return !launches.isEmpty()
                    && launches.getLast().sandbox().session().equals(key)
                    && launches.getLast().sandbox().generation() == generation;
        });
    }

    private void awaitWaiting(SessionKey key, String state) {
        await().atMost(SOON)
                .until(() -> String.valueOf(scene.session(key).waiting()).contains("state=" + state));
    }

    private void awaitEnd(SessionKey key, SessionStatus status, StopReason reason) {
        await().atMost(SOON).until(() -> scene.status(key) == status);
        Session ended = scene.session(key);
        assertThat(ended.reason()).isEqualTo(reason);
        await().atMost(SOON).until(() -> machine.workflow().status(ended.executionName()) == Workflow.Status.ENDED);
    }
}
