package dev.berth.local.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoiceTest {
    private static final String CHOICE = """
            {"A": {"Type": "Choice", "Choices": [
                     {"Condition": "{%% $states.input.n > 10 %%}", "Next": "Many", "Assign": {"word": "many"}},
                     {"Condition": "{%% $states.input.n = 1 %%}", "Next": "One", "Output": "just one"}]%s},
             "Many": {"Type": "Succeed", "Output": "{%% $word %%}"},
             "One": {"Type": "Succeed"},
             "Other": {"Type": "Fail", "Error": "Odd", "Cause": "{%% 'n is ' & $states.input.n %%}"}}""";

    @ParameterizedTest
    @CsvSource({"11,\"many\"", "1,\"just one\"", "5,Odd"})
    void theFirstRuleThatHoldsDecidesElseTheDefault(String n, String standing) {
        var play = Play.of(CHOICE.replace("%%", "%").replace("%s", ", \"Default\": \"Other\""), "{\"n\": " + n + "}");

        assertThat(play.standing()).isEqualTo(standing);
    }

    @Test
    void withoutDefaultNoRuleIsAnError() {
        var play = Play.of(CHOICE.replace("%%", "%").replace("%s", ""), "{\"n\": 5}");

        assertThat(play.standing()).isEqualTo("States.NoChoiceMatched");
    }

    @Test
    void aConditionThatIsNeitherTrueNorFalseIsAnError() {
        var play = Play.of("""
                {"A": {"Type": "Choice", "Choices": [{"Condition": "{% 1 %}", "Next": "A"}]}}""");

        assertThat(play.standing()).isEqualTo("States.QueryEvaluationError");
    }

    @Test
    void aCircleOfChoicesIsEnded() {
        var play = Play.of("""
                {"A": {"Type": "Choice", "Choices": [{"Condition": true, "Next": "B"}]},
                 "B": {"Type": "Choice", "Choices": [{"Condition": true, "Next": "A"}]}}""");

        assertThat(play.standing()).isEqualTo("States.Runtime");
    }

    @Test
    void aFailedExecutionKeepsItsCause() {
        var play = Play.of(CHOICE.replace("%%", "%").replace("%s", ", \"Default\": \"Other\""), "{\"n\": 5}");

        assertThat(play.execution().standing()).isEqualTo(new Standing.Failed("Odd", "n is 5"));
    }
}
