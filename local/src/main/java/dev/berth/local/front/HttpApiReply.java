package dev.berth.local.front;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a function answers API Gateway's HTTP API with.
record HttpApiReply(
        int statusCode,
        @Nullable Map<String, String> headers,
        @Nullable List<String> cookies,
        @Nullable String body,
        boolean isBase64Encoded) {

    Map<String, String> allHeaders() {
        return headers == null ? Map.of() : headers;
    }

    List<String> allCookies() {
        return cookies == null ? List.of() : cookies;
    }

    byte[] bytes() {
        if (body == null) {
            return new byte[0];
        }
        return isBase64Encoded ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8);
    }
}
