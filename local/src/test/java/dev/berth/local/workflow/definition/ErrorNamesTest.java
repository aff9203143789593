package dev.berth.local.workflow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorNamesTest {
    @ParameterizedTest
    @CsvSource({
        "E,                       E,                            true",
        "E,                       F,                            false",
        "E,                       e,                            false",
        "States.ALL,              E,                            true",
        "States.ALL,              States.Timeout,               true",
        "States.ALL,              States.HeartbeatTimeout,      true",
        "States.ALL,              States.QueryEvaluationError,  true",
        "States.ALL,              States.Runtime,               false",
        "States.ALL,              States.DataLimitExceeded,     false",
        "States.TaskFailed,       E,                            true",
        "States.TaskFailed,       Sandbox.Timedout,             true",
        "States.TaskFailed,       States.Timeout,               false",
        "States.TaskFailed,       States.HeartbeatTimeout,      false",
        "States.TaskFailed,       States.Runtime,               false",
        "States.Timeout,          States.Timeout,               true",
        "States.Timeout,          States.HeartbeatTimeout,      true",
        "States.Timeout,          E,                            false",
        "States.HeartbeatTimeout, States.HeartbeatTimeout,      true",
        "States.HeartbeatTimeout, States.Timeout,               false",
    })
    void aNameMatchesTheErrorsItStandsFor(String name, String error, boolean matches) {
        assertThat(new ErrorNames(List.of("Other", name)).match(error)).isEqualTo(matches);
    }
}
