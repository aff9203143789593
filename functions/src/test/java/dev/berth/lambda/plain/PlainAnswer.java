package dev.berth.lambda.plain;

import java.util.Map;

/// As API Gateway takes it.
record PlainAnswer(int statusCode, Map<String, String> headers, String body, boolean isBase64Encoded) {
    static PlainAnswer json(int statusCode, String body) {
        return new PlainAnswer(statusCode, Map.of("content-type", "application/json"), body, false);
    }
}
