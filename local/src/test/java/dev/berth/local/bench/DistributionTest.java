package dev.berth.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class DistributionTest {
    @Test
    void aPercentileIsTheNearestRank() {
        var hundred = new Distribution(LongStream.rangeClosed(1, 100)
                .mapToObj(Duration::ofMillis)
                .toList()
                .reversed());
        assertThat(hundred.millis(50)).isEqualTo(50);
        assertThat(hundred.millis(95)).isEqualTo(95);
        assertThat(hundred.millis(99)).isEqualTo(99);
    }

    @Test
    void oneDurationIsEveryPercentile() {
        assertThat(new Distribution(List.of(Duration.ofMillis(7))).millis(99)).isEqualTo(7);
    }

    @Test
    void nothingMeasuredIsNoNumber() {
        assertThat(new Distribution(List.of()).millis(50)).isNaN();
    }
}
