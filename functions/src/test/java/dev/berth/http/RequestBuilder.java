package dev.berth.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Requests as tests write them: `request("POST /v1/sessions/{session}/messages").path("session", "ses_1")`.
public final class RequestBuilder {
    private final String routeKey;
    private final Map<String, String> path = new HashMap<>();
    private final Map<String, String> query = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private byte[] body = new byte[0];

    private RequestBuilder(String routeKey) {
        this.routeKey = routeKey;
    }

    public static RequestBuilder request(String routeKey) {
        return new RequestBuilder(routeKey);
    }

    public RequestBuilder path(String name, String value) {
        path.put(name, value);
        return this;
    }

    public RequestBuilder query(String name, String value) {
        query.put(name, value);
        return this;
    }

    public RequestBuilder header(String lowerCaseName, String value) {
        headers.put(lowerCaseName, value);
        return this;
    }

    public RequestBuilder bearer(String token) {
        return header("authorization", "Bearer " + token);
    }

    public RequestBuilder body(String json) {
        return body(json.getBytes(StandardCharsets.UTF_8));
    }

    public RequestBuilder body(byte[] bytes) {
        this.body = bytes;
        return this;
    }

    public HttpRequest build() {
        var method = routeKey.substring(0, routeKey.indexOf(' '));
        return new HttpRequest(routeKey, method, filledPath(), path, query, headers, body, "req-1");
    }

    private String filledPath() {
        var filled = routeKey.substring(routeKey.indexOf(' ') + 1);
        for (var parameter : path.entrySet()) {
            filled = filled.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return filled;
    }
}
