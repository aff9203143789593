package dev.berth.local.bench.paper;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.berth.event.Json;
import dev.berth.local.front.FunctionContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A function whose calls are counted as Lambda would bill them. Its time and its log are taken as fixed, since this
/// machine's tell nothing about Lambda's.
///
/// @param onItsWay what a call pays beside the function
record MeteredFunction(RequestStreamHandler handler, Usage usage, List<PaidOperation> onItsWay) {
    private static final double MEMORY_GIB = 1;
    private static final double SECONDS = 0.03;
    private static final int LOG_BYTES = 500;

    /// Calls it with what API Gateway or a function URL would send.
    JsonNode request(String routeKey, String path, String token, @Nullable Object body) {
        return request(routeKey, path, Map.of(), token, body);
    }

    JsonNode request(String routeKey, String path, Map<String, String> query, String token, @Nullable Object body) {
        String method = routeKey.substring(0, routeKey.indexOf(' '));
        Map<String, Object> event = Map.of(
                "version",
                "2.0",
                "routeKey",
                routeKey,
                "rawPath",
                path,
                "headers",
                Map.of("authorization", "Bearer " + token, "content-type", "application/json"),
                "queryStringParameters",
                query,
                "requestContext",
                Map.of("requestId", "req", "http", Map.of("method", method, "path", path)),
                "pathParameters",
                PathParameters.of(routeKey.substring(method.length() + 1), path),
                "body",
                body == null ? "" : Json.MAPPER.writeValueAsString(body),
                "isBase64Encoded",
                false);
        JsonNode answer = Json.MAPPER.readTree(invoke(Json.MAPPER.writeValueAsBytes(event)));
        int status = answer.path("statusCode").asInt();
        if (status / 100 != 2) {
            throw new IllegalStateException("%s was answered with %d: %s".formatted(routeKey, status, answer));
        }
        String text = answer.path("body").asString("");
        return Json.MAPPER.readTree(text.isEmpty() ? "null" : text);
    }

    byte[] invoke(byte[] event) {
        count();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(event), output, new FunctionContext("bench", "req"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return output.toByteArray();
    }

    private void count() {
        usage.add(PaidOperation.LAMBDA_REQUEST);
        usage.add(PaidOperation.LAMBDA_GIB_SECOND, MEMORY_GIB * SECONDS);
        usage.add(PaidOperation.LOG_BYTE, LOG_BYTES);
        onItsWay.forEach(usage::add);
    }
}
