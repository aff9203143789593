package dev.berth.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.local.cli.up.UpSettings.Driver;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriverDecisionTest {
    @ParameterizedTest
    @CsvSource({
        // asked, last, engine, then what
        ",        ,        20.10, docker",
        ",        ,             , process",
        ",        docker,  20.10, docker",
        ",        process, 20.10, process",
        ",        process,      , process",
        "docker,  ,        20.10, docker",
        "docker,  process, 20.10, docker",
        "process, docker,  20.10, process",
        "process, docker,       , process",
    })
    void itIsWhatWasAskedElseWhatItWasElseWhatWorksBest(
            @Nullable Driver asked, @Nullable Driver last, @Nullable String engine, Driver expected) {
        assertThat(decision(asked, last, engine))
                .isInstanceOfSatisfying(DriverDecision.Use.class, use -> assertThat(use.driver())
                        .isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource({"docker,", "docker, docker", ", docker"})
    void containersAreRefusedWithoutAnEngine(@Nullable Driver asked, @Nullable Driver last) {
        assertThat(decision(asked, last, null))
                .isInstanceOfSatisfying(DriverDecision.Refuse.class, refuse -> assertThat(refuse.remedy())
                        .contains("Start Docker"));
    }

    @Test
    void itSaysWhy() {
        assertThat(decision(null, null, "20.10"))
                .isEqualTo(new DriverDecision.Use(Driver.docker, "a container engine answers, version 20.10"));
        assertThat(decision(null, Driver.process, "20.10"))
                .isEqualTo(
                        new DriverDecision.Use(Driver.process, "as at the last start; '--driver docker' changes that"));
    }

    private static DriverDecision decision(@Nullable Driver asked, @Nullable Driver last, @Nullable String engine) {
        return DriverDecision.of(Optional.ofNullable(asked), Optional.ofNullable(last), Optional.ofNullable(engine));
    }
}
