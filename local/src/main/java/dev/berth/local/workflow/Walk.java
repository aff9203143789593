package dev.berth.local.workflow;

import static dev.berth.local.workflow.definition.ErrorNames.NO_CHOICE_MATCHED;
import static dev.berth.local.workflow.definition.ErrorNames.RUNTIME;

import dev.berth.local.workflow.definition.Definition;
import dev.berth.local.workflow.definition.Exit;
import dev.berth.local.workflow.definition.QueryEvaluationException;
import dev.berth.local.workflow.definition.Rule;
import dev.berth.local.workflow.definition.Scope;
import dev.berth.local.workflow.definition.State;
import dev.berth.local.workflow.definition.Template;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Goes from state to state until one waits or the execution is over.
record Walk(Definition definition, Instant now) {
    /// Step Functions ends an execution at 25,000 history events, of which a visit makes about five.
    static final int MAX_TRANSITIONS = 5_000;

    Step from(Move move) {
        var next = move;
        while (next instanceof Move.To to) {
            next = enter(to);
        }
        return ((Move.Rest) next).step();
    }

    private Move enter(Move.To to) {
        var execution = to.execution().afterTransition();
        if (execution.transitions() > MAX_TRANSITIONS) {
            return Move.Rest.failed(
                    execution, new StateFailure(RUNTIME, "More than " + MAX_TRANSITIONS + " transitions."));
        }
        var visit = Visit.entered(to.state(), to.input(), now);
        return switch (definition.state(to.state())) {
            case State.Task task -> new TaskRun(execution, task, visit, now).begin();
            case State.Choice choice -> choose(execution, choice, visit);
            case State.Succeed succeed -> leave(execution, succeed.exit(), visit);
            case State.Fail fail -> fail(execution, fail, visit);
        };
    }

    private Move choose(Execution execution, State.Choice choice, Visit visit) {
        var scope = Scopes.entering(execution, visit, null);
        Optional<Exit> exit;
        try {
            exit = choice.rules().stream()
                    .filter(rule -> holds(rule, scope))
                    .findFirst()
                    .map(Rule::exit)
                    .or(choice::otherwise);
        } catch (QueryEvaluationException e) {
            return Move.Rest.failed(execution, StateFailure.of(e));
        }
        return exit.map(way -> leave(execution, way, visit))
                .orElseGet(() -> Move.Rest.failed(
                        execution, new StateFailure(NO_CHOICE_MATCHED, "No rule of " + visit.state() + " holds.")));
    }

    private static boolean holds(Rule rule, Scope scope) {
        var value = rule.condition().evaluate(scope);
        if (!value.isBoolean()) {
            throw new QueryEvaluationException(
                    rule.condition().node().toString(), "is neither true nor false: " + value);
        }
        return value.booleanValue();
    }

    private static Move leave(Execution execution, Exit exit, Visit visit) {
        var scope = Scopes.entering(execution, visit, null);
        return new Departure(execution, exit, scope, visit.input())
                .move(failure -> Move.Rest.failed(execution, failure));
    }

    private static Move fail(Execution execution, State.Fail fail, Visit visit) {
        var scope = Scopes.entering(execution, visit, null);
        try {
            var failure = new StateFailure(text(fail.error(), scope), text(fail.cause(), scope));
            return Move.Rest.failed(execution.afterTransition(), failure);
        } catch (QueryEvaluationException e) {
            return Move.Rest.failed(execution, StateFailure.of(e));
        }
    }

    private static String text(Optional<Template> template, Scope scope) {
        return template.map(value -> value.evaluate(scope))
                .map(JsonNode::asString)
                .orElse("");
    }
}
