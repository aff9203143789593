package dev.berth.local.workflow;

import static dev.berth.local.workflow.definition.ErrorNames.DATA_LIMIT_EXCEEDED;

import dev.berth.local.workflow.definition.QueryEvaluationException;
import dev.berth.local.workflow.definition.Scope;
import dev.berth.local.workflow.definition.State;
import dev.berth.local.workflow.definition.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A task during one visit: begins attempts, and says what follows when one ends.
record TaskRun(Execution execution, State.Task task, Visit visit, Instant now) {
    /// What Step Functions takes where a task names no time-out.
    private static final Duration NO_TIMEOUT = Duration.ofSeconds(99_999_999);

    Move begin() {
        var begun = execution.afterAttempt();
        try {
            return call(begun, Tokens.token(begun));
        } catch (QueryEvaluationException e) {
            return on(begun).fail(StateFailure.of(e));
        }
    }

    private Move call(Execution begun, String token) {
        var scope = Scopes.entering(begun, visit, task.waitsForToken() ? token : null);
        var payload = task.payload().evaluate(scope).toString();
        if (DataLimit.exceededBy(payload)) {
            return Move.Rest.failed(begun, new StateFailure(DATA_LIMIT_EXCEEDED, "The payload of a call is too big."));
        }
        var call = new Invocation(token, task.function().evaluate(scope).asString(), payload);
        var timeout =
                task.timeoutSeconds().map(template -> seconds(template, scope)).orElse(NO_TIMEOUT);
        var attempt = new Wait.Attempt(token, call, now.plus(timeout), heartbeat(scope));
        return new Move.Rest(new Step(begun.with(new Standing.Waiting(visit, attempt)), Optional.of(call)));
    }

    private Wait.@Nullable Heartbeat heartbeat(Scope scope) {
        return task.heartbeatSeconds()
                .map(template -> seconds(template, scope))
                .map(every -> new Wait.Heartbeat(every, now.plus(every)))
                .orElse(null);
    }

    private static Duration seconds(Template template, Scope scope) {
        var value = template.evaluate(scope);
        if (!value.canConvertToExactIntegral() || value.asLong() < 1 || value.asLong() > NO_TIMEOUT.toSeconds()) {
            throw new QueryEvaluationException(
                    template.node().toString(), "is not a whole number of seconds: " + value);
        }
        return Duration.ofSeconds(value.asLong());
    }

    Move succeed(JsonNode result) {
        var scope = Scopes.succeeded(execution, visit, result);
        return new Departure(execution, task.exit(), scope, result).move(this::fail);
    }

    /// The first retrier that knows the error decides: when it is used up, no later one is asked.
    Move fail(StateFailure failure) {
        for (var i = 0; i < task.retriers().size(); i++) {
            var retrier = task.retriers().get(i);
            if (retrier.errors().match(failure.error())) {
                var retries = visit.retriesBy(i);
                return retrier.allowsAfter(retries)
                        ? pause(i, retrier.delayAfter(retries, Tokens.chance(execution)))
                        : give(failure);
            }
        }
        return give(failure);
    }

    private Move pause(int retrier, Duration delay) {
        var pause = new Wait.Pause(now.plus(delay));
        return Move.Rest.at(execution.with(new Standing.Waiting(visit.retriedBy(retrier), pause)));
    }

    private Move give(StateFailure failure) {
        var catcher = task.catchers().stream()
                .filter(candidate -> candidate.errors().match(failure.error()))
                .findFirst();
        if (catcher.isEmpty()) {
            return Move.Rest.failed(execution, failure);
        }
        var errorOutput = Scopes.errorOutput(failure);
        var scope = Scopes.failed(execution, visit, errorOutput);
        return new Departure(execution, catcher.get().exit(), scope, errorOutput)
                .move(second -> Move.Rest.failed(execution, second));
    }

    private TaskRun on(Execution next) {
        return new TaskRun(next, task, visit, now);
    }
}
