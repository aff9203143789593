package dev.berth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.berth.event.EventData;
import dev.berth.event.WireName;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Compares what a record says of its JSON with what a schema says.
///
/// @param file name of the schema, from which its references lead
/// @param document the whole file
record SchemaComparison(String file, JsonNode document) {

    static void assertSame(Class<?> type, String name) {
        var schema = ContractFiles.schemaText(name);
        new SchemaComparison(name, schema).compareRecord(type, schema);
    }

    private void compareRecord(Class<?> type, JsonNode schema) {
        var properties = new ArrayList<String>();
        var required = new ArrayList<String>();
        for (var component : type.getRecordComponents()) {
            var names = names(component);
            properties.addAll(names);
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.addAll(names);
            }
            compare(component.getGenericType(), schema.path("properties").path(component.getName()));
        }
        assertThat(schema.path("properties").propertyNames())
                .as("properties of %s in %s", type.getSimpleName(), file)
                .containsExactlyInAnyOrderElementsOf(properties);
        assertThat(strings(schema.path("required")))
                .as("what is not @Nullable in %s is required in %s", type.getSimpleName(), file)
                .containsExactlyInAnyOrderElementsOf(required);
    }

    /// A component whose type is told by a property beside it stands for both.
    private static List<String> names(RecordComponent component) {
        var typed = component.getAccessor().getAnnotation(JsonTypeInfo.class);
        return typed == null ? List.of(component.getName()) : List.of(typed.property(), component.getName());
    }

    private void compare(Type type, JsonNode schema) {
        var ref = schema.path("$ref").stringValue("");
        if (ref.startsWith("#")) {
            compare(type, document.at(ref.substring(1)));
        } else if (!ref.isEmpty()) {
            var target =
                    Path.of(file).resolveSibling(ref).normalize().toString().replace(".json", "");
            var other = ContractFiles.schemaText(target);
            new SchemaComparison(target, other).compare(type, other);
        } else {
            compareHere(type, schema);
        }
    }

    private void compareHere(Type type, JsonNode schema) {
        var raw = type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
        assertThat(schema.path("type").stringValue("none"))
                .as("type of a %s in %s", type.getTypeName(), file)
                .isEqualTo(jsonType(raw));
        if (raw == Instant.class) {
            assertThat(schema.path("format").stringValue("none")).isEqualTo("date-time");
        } else if (raw.isEnum()) {
            assertThat(strings(schema.path("enum"))).as("enum in %s", file).isEqualTo(wireNames(raw));
        } else if (raw == List.class) {
            compare(argument(type, 0), schema.path("items"));
        } else if (raw == Map.class && argument(type, 1) != Object.class) {
            compare(argument(type, 1), schema.path("additionalProperties"));
        } else if (raw.isRecord()) {
            compareRecord(raw, schema);
        }
    }

    private static String jsonType(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "integer";
        }
        if (type == List.class) {
            return "array";
        }
        return type == Map.class || type.isRecord() || type == EventData.class ? "object" : "string";
    }

    private static List<String> wireNames(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> ((WireName) constant).wireName())
                .toList();
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }
}
