package dev.berth.local.workflow;

import static dev.berth.local.workflow.definition.ErrorNames.HEARTBEAT_TIMEOUT;
import static dev.berth.local.workflow.definition.ErrorNames.TIMEOUT;

import dev.berth.local.workflow.definition.Definition;
import dev.berth.local.workflow.definition.State;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Decides what a signal does to an execution. A pure function: it does nothing, and asks nobody for the time.
///
/// A signal that names an attempt which is over changes nothing; neither does one that changes nothing else.
public record Interpreter(Definition definition, Execution execution, Instant now) {

    public static Step step(Definition definition, Execution execution, Signal signal, Instant now) {
        return new Interpreter(definition, execution, now).on(signal);
    }

    private Step on(Signal signal) {
        return switch (signal) {
            case Signal.Started() -> start();
            case Signal.InvocationSucceeded(var token, var payload) -> returned(token, payload);
            case Signal.InvocationFailed(var token, var error, var cause) ->
                attempt(token, (run, attempt) -> walk(run.fail(new StateFailure(error, cause))));
            case Signal.TokenSucceeded(var token, var output) ->
                tokenAttempt(token, (run, attempt) -> walk(run.succeed(output)));
            case Signal.TokenFailed(var token, var error, var cause) ->
                tokenAttempt(token, (run, attempt) -> walk(run.fail(new StateFailure(error, cause))));
            case Signal.TokenHeartbeat(var token) ->
                tokenAttempt(token, (run, attempt) -> stay(run, attempt.heartbeaten(now)));
            case Signal.TimerFired() -> timer();
            case Signal.Resumed() -> resume();
            case Signal.ClockJumped(var by) -> waiting((run, wait) -> stay(run, wait.shifted(by, now)));
            case Signal.Aborted(var cause) -> abort(cause);
        };
    }

    private Step start() {
        return execution.standing() instanceof Standing.Created
                ? walk(new Move.To(execution, definition.startAt(), execution.input()))
                : Step.to(execution);
    }

    private Step abort(String cause) {
        return Step.to(execution.ended() ? execution : execution.with(new Standing.Aborted(cause)));
    }

    private Step returned(String token, JsonNode payload) {
        return attempt(
                token,
                (run, attempt) -> run.task().waitsForToken()
                        ? stay(run, attempt.called())
                        : walk(run.succeed(lambdaResult(payload))));
    }

    private static JsonNode lambdaResult(JsonNode payload) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("ExecutedVersion", "$LATEST")
                .put("StatusCode", 200)
                .set("Payload", payload);
    }

    private Step timer() {
        return waiting((run, wait) -> wait.until().isAfter(now) ? Step.to(execution) : due(run, wait));
    }

    private Step due(TaskRun run, Wait wait) {
        return switch (wait) {
            case Wait.Pause pause -> retry(run);
            case Wait.Attempt attempt
            when attempt.missesHeartbeatFirst() ->
                walk(run.fail(new StateFailure(HEARTBEAT_TIMEOUT, "No heartbeat came in time.")));
            case Wait.Attempt attempt -> walk(run.fail(new StateFailure(TIMEOUT, "The task took too long.")));
        };
    }

    private Step retry(TaskRun run) {
        var next = execution.afterTransition();
        return walk(new TaskRun(next, run.task(), run.visit(), now).begin());
    }

    /// Deadlines stand as they were, but for heartbeats; a call that had not returned is repeated.
    private Step resume() {
        return waiting(
                (run, wait) -> wait instanceof Wait.Attempt attempt ? resume(run, attempt.resumed(now)) : timer());
    }

    private Step resume(TaskRun run, Wait.Attempt resumed) {
        return resumed.until().isAfter(now)
                ? new Step(stay(run, resumed).execution(), Optional.ofNullable(resumed.call()))
                : due(run, resumed);
    }

    private Step stay(TaskRun run, Wait wait) {
        return Step.to(execution.with(new Standing.Waiting(run.visit(), wait)));
    }

    private Step walk(Move move) {
        return new Walk(definition, now).from(move);
    }

    /// A task that does not wait for its token never gave it away.
    private Step tokenAttempt(String token, BiFunction<TaskRun, Wait.Attempt, Step> then) {
        return attempt(
                token, (run, attempt) -> run.task().waitsForToken() ? then.apply(run, attempt) : Step.to(execution));
    }

    private Step attempt(String token, BiFunction<TaskRun, Wait.Attempt, Step> then) {
        return waiting((run, wait) ->
                wait instanceof Wait.Attempt attempt && attempt.token().equals(token)
                        ? then.apply(run, attempt)
                        : Step.to(execution));
    }

    private Step waiting(BiFunction<TaskRun, Wait, Step> then) {
        return execution
                .waiting()
                .map(waiting -> then.apply(run(waiting.visit()), waiting.reason()))
                .orElseGet(() -> Step.to(execution));
    }

    private TaskRun run(Visit visit) {
        return new TaskRun(execution, (State.Task) definition.state(visit.state()), visit, now);
    }
}
