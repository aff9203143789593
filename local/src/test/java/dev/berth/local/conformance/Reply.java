package dev.berth.local.conformance;

import dev.berth.event.Json;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/// What an operation answered.
record Reply(String routeKey, int status, HttpHeaders headers, byte[] body) {
    JsonNode json() {
        return Json.MAPPER.readTree(body);
    }

    /// A text of the answer's JSON, empty when it is not there.
    String text(String field) {
        return json().path(field).asString("");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /// Without parameters such as a charset.
    String contentType() {
        return header("content-type").split(";", -1)[0].strip();
    }

    @Override
    public String toString() {
        return routeKey + " → " + status + " " + text();
    }
}
