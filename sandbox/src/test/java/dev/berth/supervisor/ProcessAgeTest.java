package dev.berth.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ProcessAgeTest {
    private static final String STAT =
            "42 (a) strange (name) S 1 42 42 0 -1 4194560 1 0 0 0 3 1 0 0 20 0 12 0 %d 1 2 3";

    @Test
    void itIsWhatPassedSinceTheProcessStarted() {
        assertThat(ProcessAge.between(STAT.formatted(1_000), "12.50 20.00\n")).isEqualTo(Duration.ofMillis(2_500));
    }

    @Test
    void itIsNeverBelowNothing() {
        assertThat(ProcessAge.between(STAT.formatted(1_000), "9.99 20.00\n")).isZero();
    }

    @Test
    void thisProcessHasLivedForSomeTime() {
        assertThat(ProcessAge.ofThisProcess()).isPositive();
    }
}
