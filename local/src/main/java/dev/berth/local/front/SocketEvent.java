package dev.berth.local.front;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What API Gateway's WebSocket API hands to a function.
///
/// @param headers of the request to connect, and only then
/// @param body of a message
record SocketEvent(
        @Nullable Map<String, String> headers,
        @Nullable Map<String, String> queryStringParameters,
        RequestContext requestContext,
        @Nullable String body,
        boolean isBase64Encoded) {

    record RequestContext(
            String connectionId,
            String routeKey,
            String eventType,
            String domainName,
            String stage,
            long connectedAt,
            long requestTimeEpoch,
            String requestId,
            @Nullable Integer disconnectStatusCode,
            @Nullable String disconnectReason) {}
}
