package dev.berth.http;

import dev.berth.event.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// API Gateway's payload 2.0, as far as Berth reads it. Function URLs send the same, with `$default` as route key.
///
/// @param cookies which are not among the headers
public record ProxyEvent(
        String version,
        @Nullable String routeKey,
        @Nullable String rawPath,
        @Nullable String rawQueryString,
        @Nullable List<String> cookies,
        @Nullable Map<String, @Nullable String> headers,
        @Nullable Map<String, @Nullable String> queryStringParameters,
        @Nullable Map<String, @Nullable String> pathParameters,
        @Nullable RequestContext requestContext,
        @Nullable String body,
        boolean isBase64Encoded) {

    public static final String DEFAULT_ROUTE = "$default";

    public record RequestContext(
            @Nullable String requestId, @Nullable Http http) {}

    public record Http(@Nullable String method, @Nullable String path) {}

    static ProxyEvent parse(byte[] event) {
        return Json.MAPPER.readValue(event, ProxyEvent.class);
    }

    HttpRequest request() {
        return new HttpRequest(
                or(routeKey, DEFAULT_ROUTE),
                method(),
                or(rawPath, "/"),
                present(pathParameters),
                present(queryStringParameters),
                allHeaders(),
                bytes(),
                requestContext == null ? "" : or(requestContext.requestId(), ""));
    }

    private Map<String, String> allHeaders() {
        var all = lowerCase(present(headers));
        if (cookies != null) {
            all.put("cookie", String.join("; ", cookies));
        }
        return all;
    }

    private String method() {
        var http = requestContext == null ? null : requestContext.http();
        return http == null ? "" : or(http.method(), "");
    }

    private byte[] bytes() {
        if (body == null) {
            return new byte[0];
        }
        return isBase64Encoded ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    }

    /// Payload 2.0 has lower-case names already, joined by commas where a header came twice; others that send it
    /// may not.
    private static Map<String, String> lowerCase(Map<String, String> headers) {
        var all = new HashMap<String, String>();
        headers.forEach(
                (name, value) -> all.merge(name.toLowerCase(Locale.ROOT), value, (one, other) -> one + "," + other));
        return all;
    }

    private static Map<String, String> present(@Nullable Map<String, @Nullable String> sent) {
        var all = new HashMap<String, String>();
        if (sent != null) {
            sent.forEach((name, value) -> {
                if (value != null) {
                    all.put(name, value);
                }
            });
        }
        return all;
    }

    private static <T> T or(@Nullable T value, T absent) {
        return value == null ? absent : value;
    }
}
