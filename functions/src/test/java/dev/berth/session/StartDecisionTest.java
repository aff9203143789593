package dev.berth.session;

import static dev.berth.session.SessionBuilder.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.session.StartDecision.GiveUp;
import dev.berth.session.StartDecision.RepeatLaunch;
import dev.berth.session.StartDecision.TakeGeneration;
import dev.berth.session.StartDecision.WaitOnly;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StartDecisionTest {

    @ParameterizedTest
    @EnumSource(names = "STARTING", mode = EnumSource.Mode.EXCLUDE)
    void onlyAStartingSessionIsLaunched(SessionStatus status) {
        assertThat(StartDecision.of(session(status).build(), 0)).isEqualTo(new WaitOnly());
    }

    @Test
    void aRunWithoutLaunchTakesItsFirst() {
        assertThat(StartDecision.of(starting(LaunchState.NONE).build(), 0)).isEqualTo(new TakeGeneration());
    }

    @Test
    void aLaunchWhoseOutcomeIsNotKnownIsRepeatedInWhateverAttempt() {
        var pending = starting(LaunchState.PENDING).waiting(startWait(1, 0)).build();

        assertThat(StartDecision.of(pending, 0)).isEqualTo(new RepeatLaunch());
        assertThat(StartDecision.of(pending, 2)).isEqualTo(new RepeatLaunch());
    }

    @Test
    void theSameAttemptCalledAgainLaunchesNothing() {
        var launched = starting(LaunchState.LAUNCHED).waiting(startWait(1, 1)).build();

        assertThat(StartDecision.of(launched, 1)).isEqualTo(new WaitOnly());
        assertThat(StartDecision.of(launched, 0)).isEqualTo(new WaitOnly());
    }

    @Test
    void theNextAttemptTakesTheNextGeneration() {
        assertThat(StartDecision.of(
                        starting(LaunchState.GONE).waiting(startWait(1, 0)).build(), 1))
                .isEqualTo(new TakeGeneration());
        assertThat(StartDecision.of(
                        starting(LaunchState.LAUNCHED).waiting(startWait(1, 0)).build(), 1))
                .isEqualTo(new TakeGeneration());
    }

    @Test
    void theWaitOfAnEarlierRunSaysNothing() {
        assertThat(StartDecision.of(
                        starting(LaunchState.GONE).waiting(startWait(0, 5)).build(), 1))
                .isEqualTo(new TakeGeneration());
    }

    @Test
    void afterThreeGenerationsTheRunIsGivenUp() {
        var third = starting(LaunchState.GONE)
                .with(change -> change.runGenerations = 3)
                .waiting(startWait(1, 2))
                .build();

        assertThat(StartDecision.of(third, 3)).isEqualTo(new GiveUp());
    }

    private static SessionBuilder starting(LaunchState launch) {
        return session(SessionStatus.STARTING).launch(launch);
    }

    private static Wait startWait(int run, int attempt) {
        return new Wait(run, Wait.State.START, attempt, 1, "token");
    }
}
