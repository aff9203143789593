package dev.berth.local.workflow;

import static dev.berth.local.workflow.TaskDefinition.task;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryTest {
    @Test
    void pausesGrowByTheBackoffRateUpToTheLongest() {
        var play = retrying("""
                {"ErrorEquals": ["E"], "IntervalSeconds": 2, "BackoffRate": 3, "MaxAttempts": 4, "MaxDelaySeconds": 20}""");

        assertThat(pauses(play, "E", 4)).containsExactly(2L, 6L, 18L, 20L);
        assertThat(play.fail("E").standing()).isEqualTo("E");
    }

    @Test
    void aRetrierThatSaysNothingTriesThreeTimesAfterOneTwoAndFourSeconds() {
        var play = retrying("{\"ErrorEquals\": [\"E\"]}");

        assertThat(pauses(play, "E", 3)).containsExactly(1L, 2L, 4L);
        assertThat(play.fail("E").standing()).isEqualTo("E");
    }

    @Test
    void fullJitterTakesSomeOfThePause() {
        var play = retrying(
                "{\"ErrorEquals\": [\"E\"], \"IntervalSeconds\": 100, \"JitterStrategy\": \"FULL\", \"BackoffRate\": 1}");

        var first = play.fail("E").untilWake();
        var second = play.untilAlarm().fail("E").untilWake();

        assertThat(List.of(first, second)).doesNotHaveDuplicates().allSatisfy(pause -> assertThat(pause)
                .isBetween(Duration.ZERO, Duration.ofSeconds(100)));
    }

    @Test
    void eachRetrierCountsForItself() {
        var play = retrying("""
                {"ErrorEquals": ["E"], "MaxAttempts": 1}, {"ErrorEquals": ["F"], "MaxAttempts": 1, "IntervalSeconds": 5}""");

        assertThat(pauses(play, "E", 1)).containsExactly(1L);
        assertThat(pauses(play, "F", 1)).containsExactly(5L);
        assertThat(play.execution().waiting().orElseThrow().visit().retryCount())
                .isEqualTo(2);
        assertThat(play.fail("E").standing()).isEqualTo("E");
    }

    @Test
    void aRetrierThatIsUsedUpIsNotFollowedByALaterOne() {
        var play = retrying("{\"ErrorEquals\": [\"E\"], \"MaxAttempts\": 0}, {\"ErrorEquals\": [\"States.ALL\"]}");

        assertThat(play.fail("E").standing()).isEqualTo("E");
    }

    @Test
    void anErrorThatNoRetrierKnowsIsNotRetried() {
        assertThat(retrying("{\"ErrorEquals\": [\"E\"]}").fail("F").standing()).isEqualTo("F");
    }

    @Test
    void eachAttemptHasATokenOfItsOwnAndOldOnesAreIgnored() {
        var play = retrying("{\"ErrorEquals\": [\"E\"]}");
        var old = play.token();
        play.fail("E");

        assertThat(play.succeed().standing()).isEqualTo("A pauses");
        assertThat(play.untilAlarm().standing()).isEqualTo("A");
        assertThat(play.token()).isNotEqualTo(old);
        play.signal(new Signal.TokenFailed(old, "F", "old"));
        play.signal(new Signal.TokenHeartbeat(old));
        assertThat(play.standing()).isEqualTo("A");
        assertThat(play.succeed("1").standing()).isEqualTo("1");
    }

    @Test
    void aRetryEvaluatesItsArgumentsAnewAndCountsAsATransition() {
        var play = Play.of("""
                {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                       "Arguments": {"FunctionName": "f", "Payload": "{% $states.context.State.RetryCount %}"},
                       "Retry": [{"ErrorEquals": ["E"]}], "End": true}}""");
        play.throwsError("E").untilAlarm();

        assertThat(play.payloads()).extracting(Object::toString).containsExactly("0", "1");
        assertThat(play.execution().transitions()).isEqualTo(2);
    }

    @Test
    void countsBeginAnewWhenTheStateIsEnteredAgain() {
        var play = task().with("Retry", "[{\"ErrorEquals\": [\"E\"], \"MaxAttempts\": 1}]")
                .with("Catch", "[{\"ErrorEquals\": [\"E\"], \"Next\": \"A\"}]")
                .play();

        play.fail("E").untilAlarm().fail("E");

        assertThat(play.execution().waiting().orElseThrow().visit().retryCount())
                .isZero();
        assertThat(play.fail("E").standing()).isEqualTo("A pauses");
    }

    private static Play retrying(String retriers) {
        return task().with("Retry", "[" + retriers + "]").play();
    }

    private static List<Long> pauses(Play play, String error, int times) {
        var pauses = new ArrayList<Long>();
        for (var i = 0; i < times; i++) {
            pauses.add(play.fail(error).untilWake().toSeconds());
            play.untilAlarm();
        }
        return pauses;
    }
}
