package dev.berth.local.workflow.definition;

import com.dashjoin.jsonata.Jsonata;
import dev.berth.event.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// JSON as JSONata sees it: a JSON null is a value of its own there, for Java's null means that there is none.
final class JsonataValue {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonataValue() {}

    static Object of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                var fields = new LinkedHashMap<String, Object>();
                node.properties().forEach(field -> fields.put(field.getKey(), of(field.getValue())));
                yield fields;
            }
            case ARRAY -> {
                var items = new ArrayList<Object>();
                node.values().forEach(item -> items.add(of(item)));
                yield items;
            }
            case STRING -> node.stringValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.numberValue();
            default -> Jsonata.NULL_VALUE;
        };
    }

    /// Empty when the value is, or contains, what JSON has not: a function, a pattern.
    static Optional<JsonNode> toJson(Object value) {
        if (value == Jsonata.NULL_VALUE) {
            return Optional.of(NODES.nullNode());
        }
        return switch (value) {
            case Map<?, ?> fields -> objectNode(fields);
            case List<?> items -> arrayNode(items);
            case String text -> Optional.of(NODES.stringNode(text));
            case Boolean truth -> Optional.of(NODES.booleanNode(truth));
            case Number number -> Optional.of(numberNode(number));
            default -> Optional.empty();
        };
    }

    private static Optional<JsonNode> objectNode(Map<?, ?> fields) {
        var object = NODES.objectNode();
        for (var field : fields.entrySet()) {
            var value = Optional.ofNullable(field.getValue()).flatMap(JsonataValue::toJson);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            object.set(String.valueOf(field.getKey()), value.get());
        }
        return Optional.of(object);
    }

    private static Optional<JsonNode> arrayNode(List<?> items) {
        var array = NODES.arrayNode();
        for (var item : items) {
            var value = Optional.ofNullable(item).flatMap(JsonataValue::toJson);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            array.add(value.get());
        }
        return Optional.of(array);
    }

    /// JSONata has one kind of number: a whole one is written without a fraction.
    private static JsonNode numberNode(Number number) {
        var whole = number.longValue();
        return number instanceof Double real && real == whole && Math.abs(real) < 1L << 53
                ? NODES.numberNode(whole)
                : Json.MAPPER.valueToTree(number);
    }
}
