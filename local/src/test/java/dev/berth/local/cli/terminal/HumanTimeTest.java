package dev.berth.local.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HumanTimeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T12:00:03Z, just now",
        "2026-11-22T11:59:58Z, just now",
        "2026-11-22T11:59:18Z, 42 s ago",
        "2026-11-22T11:57:00Z, 3 min ago",
        "2026-11-22T06:30:00Z, 5 h ago",
        "2026-11-18T12:00:00Z, 4 days ago",
        "2026-01-02T12:00:00Z, 2026-01-02",
    })
    void agesAreSaidAsPeopleDo(Instant at, String said) {
        assertThat(HumanTime.ago(at, NOW)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"PT0.085S, 85 ms", "PT3.24S, 3.2 s", "PT2M5S, 2 min 5 s", "PT3H4M, 3 h 4 min"})
    void lengthsAreShort(Duration length, String said) {
        assertThat(HumanTime.length(length)).isEqualTo(said);
    }
}
