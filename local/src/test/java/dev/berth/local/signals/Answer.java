package dev.berth.local.signals;

import dev.berth.event.Json;
import dev.berth.http.HttpFunction;
import dev.berth.http.ProxyEvent;
import dev.berth.http.ProxyResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// What a function answers to a call.
record Answer(int status, Map<String, String> headers, JsonNode body) {
    /// @param operation method and path template, as the functions know them
    /// @param path what stands for the template's names
    static Answer of(
            HttpFunction<?> function,
            String operation,
            Map<String, String> path,
            Map<String, String> headers,
            @Nullable Object body) {
        var method = operation.substring(0, operation.indexOf(' '));
        var event = new ProxyEvent(
                "2.0",
                operation,
                operation.substring(method.length() + 1),
                null,
                null,
                Map.copyOf(headers),
                null,
                Map.copyOf(path),
                new ProxyEvent.RequestContext("req", new ProxyEvent.Http(method, operation)),
                body == null ? null : Json.MAPPER.writeValueAsString(body),
                false);
        var response =
                Json.MAPPER.readValue(function.handle(Json.MAPPER.writeValueAsBytes(event)), ProxyResponse.class);
        return new Answer(response.statusCode(), response.headers(), body(response.body()));
    }

    Answer expect(int... statuses) {
        for (var expected : statuses) {
            if (status == expected) {
                return this;
            }
        }
        throw new AssertionError("Unexpected answer: " + this);
    }

    private static JsonNode body(String text) {
        return text.isEmpty() ? MissingNode.getInstance() : Json.MAPPER.readTree(text);
    }
}
