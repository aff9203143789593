package dev.berth.local.workflow.definition;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What an expression sees.
///
/// @param states `$states`: input, context, and result or error where there is one
/// @param variables what earlier states assigned
public record Scope(JsonNode states, Map<String, JsonNode> variables) {
    public Scope {
        variables = Map.copyOf(variables);
    }
}
