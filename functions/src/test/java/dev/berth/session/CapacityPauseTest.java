package dev.berth.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityPauseTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 30", "2, 60", "3, 120", "4, 240", "5, 480", "6, 600", "7, 600", "2147483647, 600"})
    void thePauseDoublesUpToTenMinutes(int misses, long seconds) {
        assertThat(CapacityPause.after(misses)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
