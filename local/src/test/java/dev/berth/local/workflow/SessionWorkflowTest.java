package dev.berth.local.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every way through `session.asl.json`.
class SessionWorkflowTest {
    private static final String LAMBDA_BUSY = "Lambda.TooManyRequestsException";
    private static final String BUG = "java.lang.IllegalStateException";

    private final Play play = Play.of(SessionDefinition.load(), """
            {"organization": "org_1", "session": "ses_1", "run": 2, "lifetimeSeconds": 3600}""");

    @Test
    void aSessionThatGoesWellTakesFiveTransitions() {
        play.succeed().succeed().succeed().returns("{}");

        assertThat(play.standing()).isEqualTo("{\"cause\":\"Session.Ended\"}");
        assertThat(steps()).containsExactly("start", "serve", "stop", "settle");
        assertThat(play.execution().transitions()).isEqualTo(5);
    }

    @Test
    void eachStepIsToldWhoseItIsAndWhichAttempt() {
        play.fail("Sandbox.NotReady").untilAlarm().succeed().succeed().succeed();

        assertThat(play.calls()).allSatisfy(call -> assertThat(call.function()).isEqualTo("step"));
        assertThat(play.payloads().get(1).toString())
                .isEqualTo("""
                        {"step":"start","organization":"org_1","session":"ses_1","run":2,"attempt":1,"token":"%s"}""".formatted(play.calls().get(1).token()));
        assertThat(play.payloads().getLast().toString()).isEqualTo("""
                        {"step":"settle","organization":"org_1","session":"ses_1","run":2,"cause":"Session.Ended"}""");
    }

    @Test
    void aStartThatTimesOutIsTriedAgain() {
        assertThat(play.untilWake()).isEqualTo(Duration.ofMinutes(5));

        play.untilAlarm().untilAlarm().succeed();

        assertThat(play.standing()).isEqualTo("Serve");
        assertThat(attempts("start")).containsExactly(0, 1);
    }

    @Test
    void afterThreeGenerationsThatWereNeverReadyTheRunIsStopped() {
        play.untilAlarm().untilAlarm().fail("Sandbox.NotReady").untilAlarm().fail("Sandbox.NotReady");

        assertThat(play.standing()).isEqualTo("Stop");
        assertThat(attempts("start")).containsExactly(0, 1, 2);
        assertThat(cause()).isEqualTo("Sandbox.NotReady");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Session.NoCapacity", "Session.Superseded"})
    void whatLaunchedNothingIsSettledAtOnce(String error) {
        play.fail(error);

        assertThat(play.standing()).isEqualTo("Settle");
        assertThat(cause()).isEqualTo(error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Session.StopRequested", "Sandbox.Refused"})
    void aDecidedAnswerToStartIsNotAskedForAgain(String error) {
        play.fail(error);

        assertThat(play.standing()).isEqualTo("Stop");
        assertThat(cause()).isEqualTo(error);
    }

    @Test
    void aStepFunctionThatFailsIsCalledAgain() {
        play.throwsError(LAMBDA_BUSY).untilAlarm().throwsError(BUG).untilAlarm();
        play.succeed().throwsError(BUG).untilAlarm();
        play.succeed().throwsError(LAMBDA_BUSY).untilAlarm();

        assertThat(play.standing()).isEqualTo("Stop");
        assertThat(play.succeed().returns("{}").standing()).isEqualTo("{\"cause\":\"Session.Ended\"}");
    }

    @Test
    void aStepFunctionThatAlwaysFailsIsGivenUp() {
        for (var i = 0; i < 3; i++) {
            play.throwsError(BUG).untilAlarm();
        }

        assertThat(play.throwsError(BUG).standing()).isEqualTo("Stop");
        assertThat(cause()).isEqualTo(BUG);
    }

    @Test
    void aSandboxThatMissesItsHeartbeatIsLost() {
        play.succeed().afterSeconds(179).heartbeat().afterSeconds(179);
        assertThat(play.standing()).isEqualTo("Serve");

        play.afterSeconds(1);

        assertThat(play.standing()).isEqualTo("Stop");
        assertThat(cause()).isEqualTo("States.HeartbeatTimeout");
    }

    @Test
    void aSessionEndsAtTheEndOfItsLifetime() {
        play.succeed();
        for (var minute = 1; minute < 60; minute++) {
            play.afterSeconds(60).heartbeat();
        }
        assertThat(play.standing()).isEqualTo("Serve");

        play.afterSeconds(60);

        assertThat(play.standing()).isEqualTo("Stop");
        assertThat(cause()).isEqualTo("States.Timeout");
    }

    @Test
    void aRunThatWasSupersededWhileServingIsStopped() {
        play.succeed().fail("Session.Superseded");

        assertThat(play.standing()).isEqualTo("Stop");
        assertThat(cause()).isEqualTo("Session.Superseded");
    }

    @Test
    void aStopThatTakesTooLongIsAskedForThreeTimesAndThenSettled() {
        play.succeed().succeed();
        assertThat(play.untilWake()).isEqualTo(Duration.ofMinutes(3));

        play.untilAlarm().untilAlarm().untilAlarm().untilAlarm().untilAlarm();

        assertThat(attempts("stop")).containsExactly(0, 1, 2);
        assertThat(play.standing()).isEqualTo("Settle");
        assertThat(cause()).isEqualTo("Session.Ended");
    }

    @Test
    void settlingIsTriedElevenTimesWithPausesOfAMinuteAtMost() {
        play.fail("Session.NoCapacity");
        for (var i = 0; i < 10; i++) {
            play.throwsError(BUG);
            assertThat(play.untilWake()).isLessThanOrEqualTo(Duration.ofMinutes(1));
            play.untilAlarm();
        }

        assertThat(play.standing()).isEqualTo("Settle");
        assertThat(play.throwsError(BUG).standing()).isEqualTo(BUG);
    }

    @Test
    void aSettleThatHangsIsCalledAgain() {
        play.fail("Session.NoCapacity").untilAlarm().untilAlarm().returns("{}");

        assertThat(play.standing()).isEqualTo("{\"cause\":\"Session.NoCapacity\"}");
    }

    private List<String> steps() {
        return play.payloads().stream()
                .map(payload -> payload.get("step").stringValue())
                .toList();
    }

    private List<Integer> attempts(String step) {
        return play.payloads().stream()
                .filter(payload -> payload.get("step").stringValue().equals(step))
                .map(payload -> payload.get("attempt").intValue())
                .toList();
    }

    private String cause() {
        return play.payloads().getLast().get("cause").stringValue();
    }
}
