package dev.berth.conversation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What API Gateway sends for a WebSocket.
///
/// @param headers of `$connect`, with names as the client wrote them
public record SocketEvent(
        RequestContext requestContext,
        @Nullable Map<String, String> headers,
        @Nullable Map<String, String> queryStringParameters,
        @Nullable String body) {

    public record RequestContext(String connectionId, String routeKey) {}

    @Nullable
    String header(String name) {
        return headers == null
                ? null
                : headers.entrySet().stream()
                        .filter(header -> header.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
    }

    @Nullable
    String query(String name) {
        return queryStringParameters == null ? null : queryStringParameters.get(name);
    }
}
