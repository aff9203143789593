package dev.berth.supervisor.codex;

import dev.berth.event.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// An error as codex tells it.
///
/// @param details what a retry is made for; empty when it is none
/// @param kind of codex's own classes: `unauthorized`, `httpConnectionFailed`; empty when it names none
/// @param status that the model's server answered with
record ModelError(
        String message,
        String details,
        String kind,
        @Nullable Integer status) {

    static ModelError of(JsonNode error) {
        var info = error.path("codexErrorInfo");
        var kind = info.isObject() ? info.propertyNames().stream().findFirst().orElse("") : info.asString("");
        return new ModelError(
                unwrapped(Fields.sentence(error, "message")),
                Fields.sentence(error, "additionalDetails"),
                kind,
                Fields.number(info.path(kind), "httpStatusCode"));
    }

    /// What a model's server says of a request that it refuses comes as the JSON it wrote.
    private static String unwrapped(String message) {
        if (!message.startsWith("{")) {
            return message;
        }
        try {
            return Json.MAPPER.readTree(message).path("error").path("message").asString(message);
        } catch (JacksonException e) {
            return message;
        }
    }
}
