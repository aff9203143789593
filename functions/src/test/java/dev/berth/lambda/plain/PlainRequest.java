package dev.berth.lambda.plain;

import java.util.Map;

/// As API Gateway sends it, as far as it is read here.
record PlainRequest(Map<String, String> headers) {
    String bearer() {
        return headers.getOrDefault("authorization", "").replaceFirst("^Bearer ", "");
    }
}
