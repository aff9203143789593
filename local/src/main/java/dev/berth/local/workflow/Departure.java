package dev.berth.local.workflow;

import static dev.berth.local.workflow.definition.ErrorNames.DATA_LIMIT_EXCEEDED;

import dev.berth.local.workflow.definition.Exit;
import dev.berth.local.workflow.definition.QueryEvaluationException;
import dev.berth.local.workflow.definition.Scope;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Leaves a state: assigns variables, makes the output, goes on or ends the execution.
///
/// @param result what the output is when the exit does not say
record Departure(Execution execution, Exit exit, Scope scope, JsonNode result) {

    /// @param onFailure what happens when an expression of the exit fails
    Move move(Function<StateFailure, Move> onFailure) {
        JsonNode output;
        Map<String, JsonNode> variables;
        try {
            output = exit.output().map(template -> template.evaluate(scope)).orElse(result);
            variables = assigned();
        } catch (QueryEvaluationException e) {
            return onFailure.apply(StateFailure.of(e));
        }
        return exceedsLimit(output, variables)
                ? Move.Rest.failed(
                        execution, new StateFailure(DATA_LIMIT_EXCEEDED, "What a state hands on is too big."))
                : onwards(execution.with(variables), output);
    }

    private Move onwards(Execution next, JsonNode output) {
        return exit.next()
                .<Move>map(state -> new Move.To(next, state, output))
                .orElseGet(() -> Move.Rest.at(next.afterTransition().with(new Standing.Succeeded(output))));
    }

    private Map<String, JsonNode> assigned() {
        var variables = new HashMap<>(execution.variables());
        exit.assign().forEach((name, template) -> variables.put(name, template.evaluate(scope)));
        return variables;
    }

    private static boolean exceedsLimit(JsonNode output, Map<String, JsonNode> variables) {
        var all = JsonNodeFactory.instance.objectNode();
        all.setAll(variables);
        return DataLimit.exceededBy(output) || DataLimit.exceededBy(all);
    }
}
