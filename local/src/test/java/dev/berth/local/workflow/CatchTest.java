package dev.berth.local.workflow;

import static dev.berth.local.workflow.TaskDefinition.task;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatchTest {
    @Test
    void theFirstCatcherThatKnowsTheErrorIsTaken() {
        var play = catching("""
                {"ErrorEquals": ["F"], "Output": "first", "Next": "B"},
                {"ErrorEquals": ["E", "G"], "Output": "second", "Next": "B"},
                {"ErrorEquals": ["States.ALL"], "Output": "third", "Next": "B"}""");

        assertThat(play.fail("E").standing()).isEqualTo("\"second\"");
    }

    @Test
    void withoutOutputTheErrorIsTheNextInput() {
        var play = catching("{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"B\"}");

        assertThat(play.fail("E").standing()).isEqualTo("{\"Error\":\"E\",\"Cause\":\"because\"}");
    }

    @Test
    void aCatcherMayAssignAndUseTheInput() {
        var play = Play.of(
                task().with("Catch", """
                                [{"ErrorEquals": ["States.ALL"], "Assign": {"error": "{% $states.errorOutput.Error %}"},
                                  "Output": "{% $states.input.a %}", "Next": "B"}]""")
                        .and("B", "{\"Type\": \"Succeed\", \"Output\": \"{% $error & $states.input %}\"}")
                        .states(),
                "{\"a\": \"!\"}");

        assertThat(play.fail("E").standing()).isEqualTo("\"E!\"");
    }

    @Test
    void anErrorThatNoCatcherKnowsFailsTheExecution() {
        assertThat(catching("{\"ErrorEquals\": [\"F\"], \"Next\": \"B\"}")
                        .fail("E")
                        .standing())
                .isEqualTo("E");
    }

    @Test
    void aCatcherThatFailsItselfFailsTheExecution() {
        var play = catching(
                "{\"ErrorEquals\": [\"States.ALL\"], \"Output\": \"{% $states.input.missing %}\", \"Next\": \"B\"}");

        assertThat(play.fail("E").standing()).isEqualTo("States.QueryEvaluationError");
    }

    private static Play catching(String catchers) {
        return task().with("Catch", "[" + catchers + "]")
                .and("B", "{\"Type\": \"Succeed\"}")
                .play();
    }
}
