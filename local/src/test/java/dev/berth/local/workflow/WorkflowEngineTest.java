package dev.berth.local.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import dev.berth.local.workflow.definition.Definition;
import dev.berth.local.workflow.definition.DefinitionReader;
import dev.berth.session.Workflow.Status;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkflowEngineTest {
    private static final String NAME = "ses_1-1";
    private static final String INPUT = """
            {"organization": "org_1", "session": "ses_1", "run": 1, "lifetimeSeconds": 600}""";

    private final AmazonDynamoDBLocal dynamo = DynamoDBEmbedded.create();
    private final ManualTime time = new ManualTime();
    private final StepFunctionFake step = new StepFunctionFake();
    private WorkflowEngine engine = started(SessionDefinition.load());

    @AfterEach
    void close() {
        engine.close();
        dynamo.shutdown();
    }

    @Test
    void aCallThatHadNotReturnedIsRepeatedAfterARestart() {
        var called = new CountDownLatch(1);
        step.answer((function, payload) -> {
            called.countDown();
            new CountDownLatch(1).await();
            return "{}";
        });
        engine.start(NAME, INPUT);
        await().until(() -> called.getCount() == 0);

        step.answer((function, payload) -> "{}");
        restart();

        await().until(() -> step.payloads().size() == 2);
        assertThat(step.payloads().get(1)).isEqualTo(step.payloads().get(0));
        awaitReturned();
        restart();
        engine.succeed(step.token(0), "{}");
        await().until(() -> step.steps().contains("serve"));
        assertThat(step.steps()).containsExactly("start", "start", "serve");
    }

    @Test
    void aTokenOutlivesTheProcess() {
        reach("serve");

        restart();
        engine.succeed(step.token(1), "{}");

        await().until(() -> step.steps().contains("stop"));
    }

    @Test
    void aDeadlineIsKeptOverARestart() {
        reach("serve");
        awaitReturned();
        engine.close();
        time.pass(Duration.ofSeconds(599));
        engine = started(SessionDefinition.load());
        assertThat(engine.status(NAME)).isEqualTo(Status.RUNNING);
        assertThat(step.steps()).containsExactly("start", "serve");

        time.pass(Duration.ofSeconds(1));
        engine.tick();

        await().until(() -> step.steps().contains("stop"));
        assertThat(step.payloads().getLast()).contains("States.Timeout");
    }

    @Test
    void aHeartbeatThatCouldNotBeSentWhileTheProcessWasAwayIsNotMissed() {
        reach("serve");
        engine.close();
        time.pass(Duration.ofMinutes(5));
        engine = started(SessionDefinition.load());
        time.pass(Duration.ofSeconds(179));
        engine.tick();
        assertThat(step.steps()).doesNotContain("stop");

        time.pass(Duration.ofSeconds(1));
        engine.tick();

        await().until(() -> step.steps().contains("stop"));
        assertThat(step.payloads().getLast()).contains("States.HeartbeatTimeout");
    }

    @Test
    void aJumpOfTheWallClockEndsNoWaitAndIsTold() {
        var jumps = new CopyOnWriteArrayList<Duration>();
        engine.onJump(jumps::add);
        reach("serve");

        time.jump(Duration.ofHours(1));
        engine.tick();
        time.jump(Duration.ofHours(-2));
        engine.tick();
        time.pass(Duration.ofSeconds(179));
        engine.tick();

        assertThat(jumps).containsExactly(Duration.ofHours(1), Duration.ofHours(-2));
        assertThat(step.steps()).containsExactly("start", "serve");
        time.pass(Duration.ofSeconds(1));
        engine.tick();
        await().until(() -> step.steps().contains("stop"));
    }

    @Test
    void aWaitThatBeganAfterAJumpThatNobodyHasNoticedIsMovedAsWell() {
        time.jump(Duration.ofHours(-1));
        reach("start");
        engine.tick();
        time.pass(Duration.ofSeconds(299));
        engine.tick();

        assertThat(step.steps()).containsExactly("start");
        time.pass(Duration.ofSeconds(1));
        engine.tick();
        time.pass(Duration.ofSeconds(1));
        engine.tick();
        await().until(() -> step.steps().size() == 2);
    }

    @Test
    void startedByManyAtOnceItIsOneExecution() {
        IntStream.range(0, 8)
                .mapToObj(i -> Thread.ofVirtual().start(() -> engine.start(NAME, INPUT)))
                .toList()
                .forEach(WorkflowEngineTest::join);
        reachFrom("start", "serve");

        assertThat(step.steps()).containsExactly("start", "serve");
    }

    @Test
    void aTokenEndedByManyAtOnceEndsOnce() {
        reach("serve");
        var token = step.token(1);

        IntStream.range(0, 8)
                .mapToObj(i -> Thread.ofVirtual().start(() -> engine.succeed(token, "{}")))
                .toList()
                .forEach(WorkflowEngineTest::join);

        await().until(() -> step.steps().contains("stop"));
        assertThat(step.steps()).containsExactly("start", "serve", "stop");
    }

    @Test
    void aFunctionMayEndItsOwnTokenBeforeItReturns() {
        step.answer((function, payload) -> {
            if (!StepFunctionFake.step(payload).equals("settle")) {
                engine.succeed(StepFunctionFake.token(payload), "{}");
            }
            return "{}";
        });

        engine.start(NAME, INPUT);

        awaitEnd();
        assertThat(step.steps()).containsExactly("start", "serve", "stop", "settle");
        assertThat(engine.find(NAME).orElseThrow().transitions()).isEqualTo(5);
    }

    @Test
    void aFunctionThatFailsIsCalledAgainAfterAPause() {
        step.answer((function, payload) -> {
            throw new IllegalStateException("broken");
        });
        engine.start(NAME, INPUT);
        await().until(() -> wait(NAME) instanceof Wait.Pause);

        step.answer((function, payload) -> "{}");
        time.pass(Duration.ofSeconds(20));
        engine.tick();

        await().until(() -> step.steps().size() == 2);
        assertThat(step.payloads().get(1)).contains("\"attempt\":1");
    }

    @Test
    void anAnswerThatIsNotJsonIsAFailure() {
        step.answer((function, payload) -> "<html>");

        engine.start(NAME, INPUT);

        await().until(() -> wait(NAME) instanceof Wait.Pause);
    }

    @Test
    void anExecutionGoesOnWithTheDefinitionItWasStartedWith() {
        reach("start");
        engine.close();
        engine = started(DefinitionReader.read(Play.definition("{\"A\": {\"Type\": \"Succeed\"}}"), Map.of()));

        engine.succeed(step.token(0), "{}");
        engine.start("ses_2-1", INPUT);

        await().until(() -> step.steps().contains("serve"));
        assertThat(engine.status("ses_2-1")).isEqualTo(Status.ENDED);
    }

    @Test
    void anAbortedExecutionIsToldToWhoListens() {
        var ended = new CopyOnWriteArrayList<String>();
        engine.onEnd(execution -> ended.add(execution.name()));
        reach("serve");

        engine.abort(NAME, "by hand");

        await().until(() -> ended.equals(List.of(NAME)));
        engine.succeed(step.token(1), "{}");
        assertThat(engine.status(NAME)).isEqualTo(Status.ENDED);
        assertThat(step.steps()).containsExactly("start", "serve");
    }

    @Test
    void anEndedExecutionIsRemovedWhenItsTimeIsOver() {
        engine.start(NAME, INPUT);
        engine.abort(NAME, "by hand");
        engine.start("ses_2-1", INPUT);

        time.pass(Executions.KEPT);
        assertThat(engine.removeExpired()).isZero();
        time.pass(Duration.ofSeconds(1));
        assertThat(engine.removeExpired()).isEqualTo(1);

        assertThat(engine.status(NAME)).isEqualTo(Status.ABSENT);
        assertThat(engine.find("ses_2-1")).isPresent();
    }

    @Test
    void aNameOrInputThatStepFunctionsWouldRefuseIsRefused() {
        assertThatThrownBy(() -> engine.start("ses 1", INPUT)).hasMessageContaining("name");
        assertThatThrownBy(() -> engine.start("x".repeat(81), INPUT)).hasMessageContaining("name");
        assertThatThrownBy(() -> engine.start(NAME, "{")).hasMessageContaining("JSON");
        assertThatThrownBy(() -> engine.start(NAME, "\"" + "x".repeat(DataLimit.MAX_BYTES) + "\""))
                .hasMessageContaining("65536 bytes");
    }

    @Test
    void whatIsSignalledToAClosedEngineIsDoneAtItsNextStart() {
        reach("start");
        engine.close();

        engine.succeed(step.token(0), "{}");
        assertThat(step.steps()).containsExactly("start");
        engine.start();

        await().until(() -> step.steps().contains("serve"));
    }

    private WorkflowEngine started(Definition definition) {
        var next = new WorkflowEngine(dynamo.dynamoDbClient(), definition, step, time.clock(), new SecureRandom());
        next.start();
        return next;
    }

    private void restart() {
        engine.close();
        engine = started(SessionDefinition.load());
    }

    private void reach(String state) {
        engine.start(NAME, INPUT);
        reachFrom("start", state);
    }

    private void reachFrom(String current, String state) {
        await().until(() -> step.steps().contains(current));
        if (!current.equals(state)) {
            engine.succeed(step.token(0), "{}");
            await().until(() -> step.steps().contains(state));
        }
    }

    private void awaitReturned() {
        await().until(() -> wait(NAME) instanceof Wait.Attempt attempt && attempt.call() == null);
    }

    private void awaitEnd() {
        await().until(() -> engine.status(NAME) == Status.ENDED);
    }

    private Wait wait(String name) {
        return engine.find(name).orElseThrow().waiting().orElseThrow().reason();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
