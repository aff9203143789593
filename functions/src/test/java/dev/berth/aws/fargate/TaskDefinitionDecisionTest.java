package dev.berth.aws.fargate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.aws.fargate.TaskDefinitionDecision.Deregister;
import dev.berth.aws.fargate.TaskDefinitionDecision.Keep;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskDefinitionDecisionTest {
    private static final Instant NOW = Instant.parse("2026-11-23T00:03:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.2.0 | true  | 0  | Keep
            0.2.0 | true  | 99 | Keep
            0.2.0 | false | 0  | Deregister
            0.1.0 | true  | 23 | Keep
            0.1.0 | true  | 24 | Keep
            0.1.0 | true  | 25 | Deregister
            0.1.0 | false | 1  | Deregister
            0.3.0 | true  | 1  | Keep
            """)
    void ofADefinition(String release, boolean hasImage, int hoursOld, String expected) {
        var task = new RegisteredTask(release, "sha256:aa", NOW.minusSeconds(hoursOld * 3600L));
        assertThat(TaskDefinitionDecision.of(task, "0.2.0", hasImage, NOW))
                .isInstanceOf(expected.equals("Keep") ? Keep.class : Deregister.class);
    }
}
