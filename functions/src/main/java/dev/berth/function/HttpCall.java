package dev.berth.function;

import dev.berth.event.Json;
import java.util.Map;

/// A request as API Gateway hands it to a function (payload 2.0), for who calls one without API Gateway.
///
/// @param token of the caller
/// @param body JSON, or empty
public record HttpCall(String requestId, String method, String path, String token, String body) {
    /// What the function is sent.
    public byte[] event() {
        return Json.MAPPER.writeValueAsBytes(Map.of(
                "version",
                "2.0",
                "routeKey",
                method + " " + path,
                "rawPath",
                path,
                "headers",
                Map.of("authorization", "Bearer " + token, "content-type", "application/json"),
                "requestContext",
                Map.of("requestId", requestId, "http", Map.of("method", method, "path", path)),
                "body",
                body,
                "isBase64Encoded",
                false));
    }
}
