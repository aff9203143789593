package dev.berth.local.workflow.definition;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// JSON of a definition in which any string may be an expression, `{% … %}`.
public record Template(JsonNode node) {

    /// The JSON with every expression replaced by its value.
    ///
    /// @throws QueryEvaluationException when an expression fails or has no value
    public JsonNode evaluate(Scope scope) {
        return evaluate(node, scope);
    }

    private static JsonNode evaluate(JsonNode node, Scope scope) {
        if (node.isObject()) {
            var object = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> object.set(field.getKey(), evaluate(field.getValue(), scope)));
            return object;
        }
        if (node.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            node.values().forEach(value -> array.add(evaluate(value, scope)));
            return array;
        }
        return node.isString() && Expression.isExpression(node.stringValue())
                ? Expression.of(node.stringValue()).evaluate(scope)
                : node;
    }
}
