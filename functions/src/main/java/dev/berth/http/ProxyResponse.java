package dev.berth.http;

import dev.berth.event.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/// A response as API Gateway takes it.
public record ProxyResponse(int statusCode, Map<String, String> headers, String body, boolean isBase64Encoded) {
    static ProxyResponse of(HttpResponse response) {
        var text = isText(response.headers().getOrDefault("content-type", "text/plain"));
        var body = text
                ? new String(response.body(), StandardCharsets.UTF_8)
                : Base64.getEncoder().encodeToString(response.body());
        return new ProxyResponse(response.status(), response.headers(), body, !text);
    }

    private static boolean isText(String contentType) {
        return contentType.startsWith("text/") || contentType.contains("json");
    }

    byte[] toJson() {
        return Json.MAPPER.writeValueAsBytes(this);
    }
}
