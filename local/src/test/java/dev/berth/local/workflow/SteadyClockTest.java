package dev.berth.local.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteadyClockTest {
    private final ManualTime time = new ManualTime();
    private final SteadyClock clock = time.clock();

    @Test
    void itFollowsTheTimeThatPasses() {
        time.pass(Duration.ofSeconds(5));

        assertThat(clock.now()).isEqualTo(ManualTime.BEGIN.plusSeconds(5));
        assertThat(clock.drift()).isZero();
    }

    @Test
    void aJumpOfTheWallClockDoesNotMoveItUntilItIsSet() {
        time.pass(Duration.ofSeconds(5));
        time.jump(Duration.ofHours(-1));

        assertThat(clock.now()).isEqualTo(ManualTime.BEGIN.plusSeconds(5));
        assertThat(clock.drift()).isEqualTo(Duration.ofHours(-1));

        clock.set();
        assertThat(clock.now()).isEqualTo(ManualTime.BEGIN.plusSeconds(5 - 3600));
        assertThat(clock.drift()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_999, -2_000})
    void smallCorrectionsAreNoJump(long millis) {
        assertThat(ClockReading.of(Duration.ofMillis(millis))).isEqualTo(new ClockReading.Steady());
    }

    @ParameterizedTest
    @ValueSource(longs = {2_001, -3_600_000, 86_400_000})
    void moreIsAJumpByAsMuch(long millis) {
        var drift = Duration.ofMillis(millis);

        assertThat(ClockReading.of(drift)).isEqualTo(new ClockReading.Jumped(drift));
    }
}
