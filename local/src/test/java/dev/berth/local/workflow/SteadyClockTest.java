package dev.berth.local.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
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
        assertThat(clock.set()).isEqualTo(new ClockReading.Steady());
    }

    @Test
    void aJumpOfTheWallClockDoesNotMoveItUntilItIsSet() {
        time.pass(Duration.ofSeconds(5));
        time.jump(Duration.ofHours(-1));

        assertThat(clock.now()).isEqualTo(ManualTime.BEGIN.plusSeconds(5));
        assertThat(clock.follow()).isFalse();

        assertThat(clock.set()).isEqualTo(new ClockReading.Jumped(Duration.ofHours(-1)));
        assertThat(clock.now()).isEqualTo(ManualTime.BEGIN.plusSeconds(5 - 3600));
        assertThat(clock.follow()).isTrue();
    }

    @Test
    void aJumpThatComesWhileItFollowsTheWallClockIsSeenTheNextTime() {
        var beforeTheJump = new SteadyClock.Reading(ManualTime.BEGIN, 0);
        var afterTheJump = new SteadyClock.Reading(ManualTime.BEGIN.minusSeconds(7200), 0);
        var readings = Stream.concat(Stream.of(beforeTheJump, beforeTheJump), Stream.generate(() -> afterTheJump))
                .iterator();
        var jumping = new SteadyClock(readings::next);

        assertThat(jumping.follow()).isTrue();

        assertThat(jumping.set()).isEqualTo(new ClockReading.Jumped(Duration.ofHours(-2)));
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
