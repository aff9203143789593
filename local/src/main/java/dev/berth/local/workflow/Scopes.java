package dev.berth.local.workflow;

import dev.berth.local.workflow.definition.Scope;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Builds `$states`, what the expressions of a state see, under the names that Step Functions uses.
final class Scopes {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Scopes() {}

    static Scope entering(Execution execution, Visit visit, @Nullable String token) {
        return scope(execution, states(execution, visit, token));
    }

    static Scope succeeded(Execution execution, Visit visit, JsonNode result) {
        return scope(execution, states(execution, visit, null).set("result", result));
    }

    static Scope failed(Execution execution, Visit visit, JsonNode errorOutput) {
        return scope(execution, states(execution, visit, null).set("errorOutput", errorOutput));
    }

    static ObjectNode errorOutput(StateFailure failure) {
        return NODES.objectNode().put("Error", failure.error()).put("Cause", failure.cause());
    }

    private static Scope scope(Execution execution, JsonNode states) {
        return new Scope(states, execution.variables());
    }

    private static ObjectNode states(Execution execution, Visit visit, @Nullable String token) {
        var states = NODES.objectNode();
        states.set("input", visit.input());
        states.set("context", context(execution, visit, token));
        return states;
    }

    private static ObjectNode context(Execution execution, Visit visit, @Nullable String token) {
        var context = NODES.objectNode();
        context.putObject("Execution")
                .put("Id", execution.name())
                .put("Name", execution.name())
                .put("StartTime", execution.startedAt().toString())
                .set("Input", execution.input());
        context.putObject("State")
                .put("Name", visit.state())
                .put("EnteredTime", visit.enteredAt().toString())
                .put("RetryCount", visit.retryCount());
        if (token != null) {
            context.putObject("Task").put("Token", token);
        }
        return context;
    }
}
