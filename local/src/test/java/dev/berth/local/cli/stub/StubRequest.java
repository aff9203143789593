package dev.berth.local.cli.stub;

import com.sun.net.httpserver.Headers;
import dev.berth.event.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What was asked.
public record StubRequest(String method, String path, String query, Headers headers, String body) {
    public JsonNode json() {
        return Json.MAPPER.readTree(body);
    }

    public @Nullable String header(String name) {
        return headers.getFirst(name);
    }

    public long number(String parameter) {
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(parameter + "=")) {
                return Long.parseLong(pair.substring(parameter.length() + 1));
            }
        }
        return 0;
    }
}
