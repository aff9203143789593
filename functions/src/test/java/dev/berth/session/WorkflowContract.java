package dev.berth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.berth.event.Json;
import dev.berth.session.Workflow.Status;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What every [Workflow] that runs `session.asl.json` keeps to.
public abstract class WorkflowContract {
    private final String session = "ses_" + UUID.randomUUID();
    private final String execution = session + "-1";

    protected abstract Workflow workflow();

    /// What the step function was called with so far for a session, in order. It answers `{}` to each call.
    protected abstract List<String> payloads(String session);

    /// Of an emulator that gives a state one token for all its attempts; AWS gives each its own.
    protected boolean keepsTokenOfRetriedState() {
        return false;
    }

    @Test
    void anExecutionNobodyStartedIsAbsent() {
        assertThat(workflow().status(execution)).isEqualTo(Status.ABSENT);
    }

    @Test
    void aStartedExecutionCallsItsFirstStepAndWaits() {
        start();

        var payload = awaitStep("start");

        assertThat(payload.get("organization").stringValue()).isEqualTo("org_1");
        assertThat(payload.get("session").stringValue()).isEqualTo(session);
        assertThat(payload.get("run").intValue()).isEqualTo(1);
        assertThat(payload.get("attempt").intValue()).isZero();
        assertThat(workflow().status(execution)).isEqualTo(Status.RUNNING);
    }

    @Test
    void startingTwiceIsOneExecution() {
        start();
        start();
        succeed("start");
        awaitStep("serve");

        assertThat(steps()).containsExactly("start", "serve");
    }

    @Test
    void eachEndedWaitLeadsToTheNextStateUntilTheExecutionEnds() {
        start();
        succeed("start");
        succeed("serve");
        succeed("stop");

        awaitEnd();
        assertThat(steps()).containsExactly("start", "serve", "stop", "settle");
    }

    @Test
    void aFailureThatTheDefinitionCatchesGoesWhereItSays() {
        start();
        workflow().fail(token("start"), "Session.NoCapacity", "Nothing is free.");

        awaitEnd();
        assertThat(steps()).containsExactly("start", "settle");
        assertThat(awaitStep("settle").get("cause").stringValue()).isEqualTo("Session.NoCapacity");
    }

    @Test
    void aFailureThatTheDefinitionRetriesIsTriedAgainWithATokenOfItsOwn() {
        start();
        var first = token("start");
        workflow().fail(first, "Sandbox.NotReady", "It ended early.");

        await().until(() -> calls().size() == 2);
        assertThat(token("start").equals(first)).isEqualTo(keepsTokenOfRetriedState());
        assertThat(awaitStep("start").get("attempt").intValue()).isEqualTo(1);
        if (!keepsTokenOfRetriedState()) {
            workflow().succeed(first, "{}");
            assertThat(steps()).containsExactly("start", "start");
        }
    }

    @Test
    void aNameIsNotUsedAgainAfterItsExecutionEnded() {
        start();
        workflow().fail(token("start"), "Session.Superseded", "Another run took over.");
        awaitEnd();

        start();

        assertThat(workflow().status(execution)).isEqualTo(Status.ENDED);
        assertThat(steps()).containsExactly("start", "settle");
    }

    @Test
    void aTokenThatWaitsNoLongerIsLeftAlone() {
        start();
        var over = token("start");
        workflow().succeed(over, "{}");
        awaitStep("serve");

        workflow().succeed(over, "{}");
        workflow().fail(over, "Session.StopRequested", "Too late.");
        workflow().heartbeat(over);
        succeed("serve");

        awaitStep("stop");
        assertThat(steps()).containsExactly("start", "serve", "stop");
    }

    @Test
    void aTokenThatNeverWasIsLeftAlone() {
        workflow().succeed("never-was", "{}");
        workflow().fail("never.was.one", "Session.StopRequested", "For nobody.");
        workflow().heartbeat("");

        assertThat(workflow().status(execution)).isEqualTo(Status.ABSENT);
    }

    @Test
    void aHeartbeatEndsNothing() {
        start();
        succeed("start");
        workflow().heartbeat(token("serve"));
        succeed("serve");

        awaitStep("stop");
        assertThat(workflow().status(execution)).isEqualTo(Status.RUNNING);
    }

    @Test
    void anOutputThatIsNotJsonIsRefused() {
        start();
        var token = token("start");

        assertThatThrownBy(() -> workflow().succeed(token, "not json")).hasMessageContaining("JSON");
        assertThat(workflow().status(execution)).isEqualTo(Status.RUNNING);
    }

    private void start() {
        workflow().start(execution, """
                        {"organization": "org_1", "session": "%s", "run": 1, "lifetimeSeconds": 3600}""".formatted(session));
    }

    private void succeed(String step) {
        workflow().succeed(token(step), "{}");
    }

    private String token(String step) {
        return awaitStep(step).get("token").stringValue();
    }

    private JsonNode awaitStep(String step) {
        await().until(() -> steps().contains(step));
        return calls().get(steps().lastIndexOf(step));
    }

    private void awaitEnd() {
        await().until(() -> workflow().status(execution) == Status.ENDED);
    }

    private List<String> steps() {
        return calls().stream().map(call -> call.get("step").stringValue()).toList();
    }

    private List<JsonNode> calls() {
        return payloads(session).stream().map(Json.MAPPER::readTree).toList();
    }
}
