package dev.berth.http;

import dev.berth.event.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

public record HttpResponse(int status, Map<String, String> headers, byte[] body) {
    public HttpResponse {
        headers = Map.copyOf(headers);
    }

    public static HttpResponse json(int status, Object body) {
        return new HttpResponse(
                status, Map.of("content-type", "application/json"), Json.MAPPER.writeValueAsBytes(body));
    }

    public static HttpResponse text(int status, String contentType, String body) {
        return new HttpResponse(status, Map.of("content-type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    public static HttpResponse empty(int status) {
        return new HttpResponse(status, Map.of(), new byte[0]);
    }

    public static HttpResponse redirect(int status, String location) {
        return new HttpResponse(status, Map.of("location", location), new byte[0]);
    }

    public HttpResponse withHeader(String lowerCaseName, String value) {
        var all = new HashMap<>(headers);
        all.put(lowerCaseName, value);
        return new HttpResponse(status, all, body);
    }
}
