package dev.berth.local.workflow;

import static dev.berth.local.workflow.TaskDefinition.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Json;
import org.junit.jupiter.api.Test;

class TaskTest {
    private static final String DONE = "{\"Type\": \"Succeed\"}";

    @Test
    void theFunctionIsCalledWithItsEvaluatedArguments() {
        var play = Play.of("""
                {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
                       "Arguments": {"FunctionName": "{% 'f' & $states.input.n %}",
                                     "Payload": {"token": "{% $states.context.Task.Token %}",
                                                 "list": ["{% $states.context.State.Name %}", 1, null],
                                                 "execution": "{% $states.context.Execution.Name %}"}},
                       "End": true}}""", "{\"n\": 7}");

        var call = play.calls().getFirst();
        assertThat(call.function()).isEqualTo("f7");
        assertThat(call.payload())
                .isEqualTo("{\"token\":\"" + call.token() + "\",\"list\":[\"A\",1,null],\"execution\":\"ses_1-1\"}");
    }

    @Test
    void aTaskWithTokenWaitsBeyondTheReturnOfItsFunction() {
        var play = task().play().returns("{\"early\": true}");

        assertThat(play.standing()).isEqualTo("A");
        assertThat(play.signal(new Signal.TokenSucceeded(play.token(), Json.MAPPER.readTree("[1]")))
                        .standing())
                .isEqualTo("[1]");
    }

    @Test
    void aTokenMayEndBeforeItsFunctionReturned() {
        var play = task().next("B").and("B", task().state()).play();
        var first = play.token();

        play.signal(new Signal.TokenSucceeded(first, Json.MAPPER.readTree("{}")));
        assertThat(play.standing()).isEqualTo("B");

        play.signal(new Signal.InvocationFailed(first, "java.lang.IllegalStateException", "too late"));
        play.signal(new Signal.InvocationSucceeded(first, Json.MAPPER.readTree("{}")));
        assertThat(play.standing()).isEqualTo("B");
        assertThat(play.execution().waiting().orElseThrow().reason())
                .isInstanceOfSatisfying(Wait.Attempt.class, attempt -> assertThat(attempt.call())
                        .isNotNull());
    }

    @Test
    void aTaskWithoutTokenEndsWithItsFunction() {
        var play = task().withoutToken().play().returns("{\"a\": null}");

        assertThat(play.standing())
                .isEqualTo("{\"ExecutedVersion\":\"$LATEST\",\"StatusCode\":200,\"Payload\":{\"a\":null}}");
    }

    @Test
    void nobodyCanEndTheTokenOfATaskThatDoesNotWaitForOne() {
        var play = task().withoutToken().play();

        play.signal(new Signal.TokenSucceeded(play.token(), Json.MAPPER.readTree("{}")));
        play.fail("Any");

        assertThat(play.standing()).isEqualTo("A");
    }

    @Test
    void theOutputMayUseInputResultAndContext() {
        var play = Play.of(task().with("Output", """
                                {"in": "{% $states.input.a %}", "out": "{% $states.result.b %}",
                                 "try": "{% $states.context.State.RetryCount %}"}""").states(), "{\"a\": 1}");

        assertThat(play.succeed("{\"b\": 2}").standing()).isEqualTo("{\"in\":1,\"out\":2,\"try\":0}");
    }

    @Test
    void assignedVariablesAreSeenByLaterStatesButNotByTheirOwnOutput() {
        var play = task().with("Assign", "{\"kept\": \"{% $states.result.b %}\"}")
                .with("Output", "{\"now\": \"{% $exists($kept) %}\"}")
                .next("B")
                .and("B", "{\"Type\": \"Succeed\", \"Output\": [\"{% $kept %}\", \"{% $states.input.now %}\"]}")
                .play();

        assertThat(play.succeed("{\"b\": \"x\"}").standing()).isEqualTo("[\"x\",false]");
    }

    @Test
    void withoutOutputTheResultIsTheNextInput() {
        assertThat(task().next("B").and("B", DONE).play().succeed("[3]").standing())
                .isEqualTo("[3]");
    }

    @Test
    void anExpressionWithoutValueIsAnErrorOfItsState() {
        var play = task().with("Output", "{\"x\": \"{% $states.result.missing %}\"}")
                .play();

        assertThat(play.succeed().standing()).isEqualTo("States.QueryEvaluationError");
    }

    @Test
    void argumentsThatCannotBeEvaluatedAreAnErrorThatCanBeCaught() {
        var play = Play.of("""
                {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                       "Arguments": {"FunctionName": "f", "Payload": "{% $states.input.missing %}"},
                       "Catch": [{"ErrorEquals": ["States.QueryEvaluationError"], "Next": "B"}], "End": true},
                 "B": {"Type": "Succeed", "Output": "{% $states.input.Error %}"}}""");

        assertThat(play.standing()).isEqualTo("\"States.QueryEvaluationError\"");
        assertThat(play.calls()).isEmpty();
    }

    @Test
    void whatIsTooBigEndsTheExecutionAndIsNotCaught() {
        var play = task().with("Catch", "[{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"B\"}]")
                .and("B", DONE)
                .play();

        play.succeed("\"" + "x".repeat(DataLimit.MAX_BYTES) + "\"");

        assertThat(play.standing()).isEqualTo("States.DataLimitExceeded");
    }

    @Test
    void anAbortedExecutionRunsNoCatchAndTakesNoSignal() {
        var play = task().with("Catch", "[{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"B\"}]")
                .and("B", DONE)
                .play();

        play.signal(new Signal.Aborted("by hand"));

        assertThat(play.standing()).isEqualTo("aborted");
        assertThat(play.succeed().afterSeconds(1_000_000_000).standing()).isEqualTo("aborted");
    }

    @Test
    void startingAStartedExecutionChangesNothing() {
        var play = task().play();
        var before = play.execution();

        assertThat(play.signal(new Signal.Started()).execution()).isEqualTo(before);
        assertThat(play.calls()).hasSize(1);
    }
}
