package dev.berth.local.workflow;

import static dev.berth.local.workflow.TaskDefinition.task;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void aTaskThatTakesTooLongTimesOutAndNotBefore() {
        var play = task().with("TimeoutSeconds", "60").play();

        assertThat(play.after(Duration.ofSeconds(60).minusNanos(1)).standing()).isEqualTo("A");
        assertThat(play.after(Duration.ofNanos(1)).standing()).isEqualTo("States.Timeout");
    }

    @Test
    void heartbeatsDoNotPutOffTheTimeout() {
        var play = serving();

        for (var i = 0; i < 11; i++) {
            assertThat(play.heartbeat().afterSeconds(9).standing()).isEqualTo("A");
        }

        assertThat(play.heartbeat().afterSeconds(1).standing()).isEqualTo("States.Timeout");
    }

    @Test
    void aMissedHeartbeatEndsTheTask() {
        var play = serving().afterSeconds(9).heartbeat();

        assertThat(play.afterSeconds(9).standing()).isEqualTo("A");
        assertThat(play.afterSeconds(1).standing()).isEqualTo("States.HeartbeatTimeout");
    }

    @Test
    void aDeadlineMayComeFromTheInput() {
        var play = Play.of(
                task().with("TimeoutSeconds", "\"{% $states.input.seconds %}\"").states(), "{\"seconds\": 5}");

        assertThat(play.untilWake()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aDeadlineThatIsNoNumberOfSecondsIsAnError() {
        var states =
                task().with("TimeoutSeconds", "\"{% $states.input.seconds %}\"").states();

        assertThat(Play.of(states, "{\"seconds\": \"5\"}").standing()).isEqualTo("States.QueryEvaluationError");
        assertThat(Play.of(states, "{\"seconds\": 0}").standing()).isEqualTo("States.QueryEvaluationError");
        assertThat(Play.of(states, "{\"seconds\": 1.5}").standing()).isEqualTo("States.QueryEvaluationError");
    }

    @Test
    void aTaskWithoutTimeoutWaitsForYears() {
        assertThat(task().play().after(Duration.ofDays(1_000)).standing()).isEqualTo("A");
    }

    @Test
    void afterTimeAwayACallThatHadNotReturnedIsRepeatedByteForByte() {
        var play = serving().away(Duration.ofSeconds(1));

        assertThat(play.calls()).hasSize(2);
        assertThat(play.calls().getLast()).isEqualTo(play.calls().getFirst());
    }

    @Test
    void afterTimeAwayACallThatHadReturnedIsNotRepeated() {
        assertThat(serving().returns("{}").away(Duration.ofSeconds(1)).calls()).hasSize(1);
    }

    @Test
    void timeAwayCountsForTheTimeoutButNotForHeartbeats() {
        var play = serving().returns("{}").away(Duration.ofSeconds(50));

        assertThat(play.standing()).isEqualTo("A");
        assertThat(play.untilWake()).isEqualTo(Duration.ofSeconds(10));
        assertThat(play.away(Duration.ofSeconds(50)).standing()).isEqualTo("States.Timeout");
    }

    @Test
    void aPauseThatPassedWhileAwayIsOver() {
        var play = task().with("Retry", "[{\"ErrorEquals\": [\"E\"]}]").play().fail("E");

        assertThat(play.away(HOUR).standing()).isEqualTo("A");
        assertThat(play.calls()).hasSize(2);
    }

    @Test
    void aClockThatJumpsForwardLeavesTheTimeThatWasLeft() {
        var play = task().with("TimeoutSeconds", "60").play().afterSeconds(20).clockJumps(HOUR);

        assertThat(play.untilWake()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void aClockThatJumpsBackDoesNotMakeAWaitLonger() {
        var play = task().with("TimeoutSeconds", "60").play().afterSeconds(20).clockJumps(HOUR.negated());

        assertThat(play.untilWake()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void afterAJumpAHeartbeatHasAWholeHeartbeatTime() {
        var play = serving().afterSeconds(9).clockJumps(HOUR);

        assertThat(play.untilWake()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aPauseIsMovedByAJump() {
        var play = task().with("Retry", "[{\"ErrorEquals\": [\"E\"], \"IntervalSeconds\": 30}]")
                .play()
                .fail("E")
                .afterSeconds(10)
                .clockJumps(HOUR.negated());

        assertThat(play.untilWake()).isEqualTo(Duration.ofSeconds(20));
    }

    private static Play serving() {
        return task().with("TimeoutSeconds", "100")
                .with("HeartbeatSeconds", "10")
                .play();
    }
}
