package dev.berth.http;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A parameter that an operation takes in its path or its query.
public record Parameter(
        String name, String in, boolean required, @Nullable String absent, Schemas.Check check, boolean integer) {

    static Parameter read(Schemas schemas, JsonNode node) {
        var schema = node.path("schema");
        return new Parameter(
                node.path("name").stringValue(),
                node.path("in").stringValue(),
                node.path("required").booleanValue(false),
                schema.has("default") ? schema.path("default").asString() : null,
                schemas.inline(schema),
                schema.path("type").stringValue("").equals("integer"));
    }

    boolean inPath() {
        return in.equals("path");
    }

    boolean inQuery() {
        return in.equals("query");
    }

    /// Checks what the query has for it, and puts its default where that has nothing.
    void check(Map<String, String> query) {
        var value = query.get(name);
        if (value != null) {
            fault(value).ifPresent(fault -> {
                throw Problems.invalidParameter(name, fault);
            });
        } else if (absent != null) {
            query.put(name, absent);
        } else if (required) {
            throw Problems.invalidParameter(name, "is missing");
        }
    }

    /// What is wrong with a value, if anything is.
    Optional<String> fault(String value) {
        return node(value)
                .map(node -> check.errors(node).stream().findFirst().map(Problem.FieldError::detail))
                .orElse(Optional.of("is not a whole number"));
    }

    private Optional<JsonNode> node(String value) {
        var nodes = JsonNodeFactory.instance;
        if (!integer) {
            return Optional.of(nodes.stringNode(value));
        }
        return value.matches("-?[0-9]{1,18}") ? Optional.of(nodes.numberNode(Long.parseLong(value))) : Optional.empty();
    }
}
