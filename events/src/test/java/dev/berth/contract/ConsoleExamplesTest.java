package dev.berth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an operator pastes into the EventBridge console is what Berth acts on.
class ConsoleExamplesTest {
    @ParameterizedTest
    @CsvSource({
        "start, bus/session-requested",
        "stop, bus/session-stop-requested",
        "stop-all, bus/session-stop-requested",
    })
    void anExampleIsADetailThatBerthTakes(String example, String schema) {
        assertThat(ContractFiles.schema(schema).validate(ContractFiles.example("console/" + example)))
                .isEmpty();
    }

    @Test
    void thereIsNoOther() {
        assertThat(ContractFiles.names("examples", "console"))
                .containsExactly("console/start", "console/stop", "console/stop-all");
    }
}
