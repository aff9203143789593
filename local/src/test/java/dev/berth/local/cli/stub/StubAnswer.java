package dev.berth.local.cli.stub;

import dev.berth.event.Json;
import java.util.HashMap;
import java.util.Map;

/// What is answered.
public record StubAnswer(int status, Map<String, String> headers, String body) {
    public static StubAnswer json(int status, String json) {
        return new StubAnswer(status, Map.of("Content-Type", "application/json"), json);
    }

    public static StubAnswer text(String contentType, String text) {
        return new StubAnswer(200, Map.of("Content-Type", contentType), text);
    }

    public static StubAnswer problem(int status, String code, String detail, String remedy) {
        Map<String, Object> problem =
                Map.of("title", code, "status", status, "code", code, "detail", detail, "remedy", remedy);
        return new StubAnswer(
                status, Map.of("Content-Type", "application/problem+json"), Json.MAPPER.writeValueAsString(problem));
    }

    public StubAnswer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new StubAnswer(status, more, body);
    }
}
