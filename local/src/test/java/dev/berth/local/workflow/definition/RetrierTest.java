package dev.berth.local.workflow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetrierTest {
    @ParameterizedTest
    @CsvSource({
        // interval, rate, longest, retries made, pause in milliseconds
        "1, 2, 100, 0, 1000",
        "1, 2, 100, 5, 32000",
        "1, 2, 100, 7, 100000",
        "1, 2, 100, 5000, 100000",
        "3, 1, 100, 9, 3000",
        "2, 1.5, 100, 1, 3000",
        "60, 2, 10, 0, 10000",
    })
    void thePauseIsTheIntervalTimesTheRateForEachRetryUpToTheLongest(
            long interval, double rate, long longest, int retries, long millis) {
        var retrier = retrier(interval, rate, longest, false);

        assertThat(retrier.delayAfter(retries, 0.1)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.25, 2000", "1, 8000"})
    void fullJitterTakesTheChanceOfThePause(double chance, long millis) {
        assertThat(retrier(2, 2, 100, true).delayAfter(2, chance)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void itAllowsAsManyRetriesAsItSays() {
        var retrier = retrier(1, 1, 1, false);

        assertThat(retrier.allowsAfter(1)).isTrue();
        assertThat(retrier.allowsAfter(2)).isFalse();
    }

    private static Retrier retrier(long interval, double rate, long longest, boolean jitter) {
        return new Retrier(
                new ErrorNames(List.of("E")),
                Duration.ofSeconds(interval),
                rate,
                2,
                Duration.ofSeconds(longest),
                jitter);
    }
}
