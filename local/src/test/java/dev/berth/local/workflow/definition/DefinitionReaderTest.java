package dev.berth.local.workflow.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionReaderTest {
    private static final String GOOD = """
            {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
              "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                    "Arguments": {"FunctionName": "${Function}", "Payload": {"x": "{% $states.input.x %}"}},
                    "TimeoutSeconds": 5,
                    "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 1}],
                    "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B"}],
                    "Next": "B"},
              "B": {"Type": "Choice", "Choices": [{"Condition": "{% true %}", "Next": "C"}], "Default": "D"},
              "C": {"Type": "Succeed"},
              "D": {"Type": "Fail", "Error": "E"}}}""";

    @Test
    void aDefinitionIsReadWithItsPlaceholdersFilledIn() {
        var definition = read(GOOD);

        assertThat(definition.startAt()).isEqualTo("A");
        assertThat(definition.states()).containsOnlyKeys("A", "B", "C", "D");
        assertThat(((State.Task) definition.state("A")).function().node().stringValue())
                .isEqualTo("f");
        assertThat(definition.hash()).isEqualTo(read(GOOD).hash());
    }

    @Test
    void aPlaceholderWithoutValueIsNamed() {
        assertThatThrownBy(() -> DefinitionReader.read(GOOD, Map.of())).hasMessageContaining("Function");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "\"Succeed\"              | \"Parallel\"                       | /States/C/Type",
                "\"Succeed\"              | \"Wait\"                           | /States/C/Type",
                "\"Succeed\"              | \"Pass\"                           | /States/C/Type",
                "\"Succeed\"              | \"Succeed\", \"InputPath\": \"$\"  | /States/C/InputPath",
                "\"Succeed\"              | \"Succeed\", \"Next\": \"A\"       | /States/C/Next",
                "\"Succeed\"              | \"Succeed\", \"QueryLanguage\": \"JSONPath\" | /States/C/QueryLanguage",
                "\"JSONata\"              | \"JSONPath\"                       | /QueryLanguage",
                "\"QueryLanguage\": \"JSONata\" | \"Comment\": \"\"            | ##",
                "\"StartAt\": \"A\"       | \"StartAt\": \"Z\"                 | /StartAt",
                "\"StartAt\": \"A\"       | \"StartAt\": \"A\", \"TimeoutSeconds\": 9 | /TimeoutSeconds",
                "lambda:invoke            | lambda:invoke.sync                 | /States/A/Resource",
                "lambda:invoke            | dynamodb:putItem                   | /States/A/Resource",
                "\"Payload\"              | \"Qualifier\": \"1\", \"Payload\"  | /States/A/Arguments/Qualifier",
                "{% $states.input.x %}    | {% $eval('1') %}                   | /States/A/Arguments/Payload/x",
                "{% $states.input.x %}    | {% $states. %}                     | /States/A/Arguments/Payload/x",
                "{% $states.input.x %}    | x{% $states.input.x %}             | /States/A/Arguments/Payload/x",
                "\"TimeoutSeconds\": 5    | \"TimeoutSeconds\": 0              | /States/A/TimeoutSeconds",
                "\"TimeoutSeconds\": 5    | \"TimeoutSeconds\": \"5\"          | /States/A/TimeoutSeconds",
                "\"TimeoutSeconds\": 5    | \"TimeoutSecondsPath\": \"$.x\"    | /States/A/TimeoutSecondsPath",
                "\"MaxAttempts\": 1       | \"MaxAttempts\": -1                | /States/A/Retry/0/MaxAttempts",
                "\"MaxAttempts\": 1       | \"JitterStrategy\": \"SOME\"       | /States/A/Retry/0/JitterStrategy",
                "\"MaxAttempts\": 1       | \"BackoffRate\": 0.5               | /States/A/Retry/0/BackoffRate",
                "\"MaxAttempts\": 1       | \"Wait\": 1                        | /States/A/Retry/0/Wait",
                "[\"States.ALL\"], \"Max  | [\"States.ALL\", \"E\"], \"Max     | /States/A/Retry/0/ErrorEquals",
                "[\"States.ALL\"], \"Max  | [], \"Max                          | /States/A/Retry/0/ErrorEquals",
                "[\"States.ALL\"], \"Next\": \"B\" | [\"E\"], \"Next\": \"Z\"  | /States/A/Catch/0/Next",
                "[\"States.ALL\"], \"Next\": \"B\" | [\"E\"], \"ResultPath\": \"$\", \"Next\": \"B\" | /States/A/Catch/0/ResultPath",
                "{% true %}               | yes                                | /States/B/Choices/0/Condition",
                "\"Default\": \"D\"       | \"Default\": \"Z\"                 | /States/B/Default",
                "\"Error\": \"E\"         | \"ErrorPath\": \"$.e\"             | /States/D/ErrorPath",
            })
    void whatIsNotSupportedIsRefusedWithItsPlace(String good, String bad, String pointer) {
        assertThat(GOOD).contains(good);

        var refused = catchThrowableOfType(DefinitionRefused.class, () -> read(GOOD.replace(good, bad)));

        assertThat(refused.faults())
                .extracting(DefinitionRefused.Fault::pointer)
                .containsExactly(pointer);
    }

    @Test
    void everyFaultIsToldAtOnce() {
        var bad = GOOD.replace("\"Succeed\"", "\"Map\"").replace("\"Default\": \"D\"", "\"Default\": \"Z\"");

        assertThatThrownBy(() -> read(bad))
                .hasMessageContaining(
                        "at '/States/C/Type': is 'Map'; only Task, Choice, Succeed and Fail are supported")
                .hasMessageContaining("at '/States/B/Default': names no state");
    }

    private static Definition read(String json) {
        return DefinitionReader.read(json, Map.of("Function", "f"));
    }
}
