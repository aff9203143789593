package dev.berth.local.cli.api;

import dev.berth.event.Json;
import dev.berth.local.cli.CommandFailure;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A successful answer.
public record Answer(int status, HttpHeaders headers, byte[] body) {

    public JsonNode json() {
        return as(JsonNode.class);
    }

    public <T> T as(Class<T> type) {
        try {
            return Json.MAPPER.readValue(body, type);
        } catch (JacksonException e) {
            throw new CommandFailure(
                    "The answer is not what this version of Berth expects: " + e.getOriginalMessage(),
                    "See whether BERTH_URL leads to a Berth control plane of this version.",
                    e);
        }
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public String etag() {
        return headers.firstValue("ETag").orElse("");
    }
}
