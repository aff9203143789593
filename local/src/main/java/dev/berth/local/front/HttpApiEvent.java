package dev.berth.local.front;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What API Gateway's HTTP API hands to a function, payload format 2.0.
///
/// @param headers with lower-case names, several of one name joined by commas
/// @param queryStringParameters decoded, several of one name joined by commas
/// @param body Base64 when it is not text
record HttpApiEvent(
        String version,
        String routeKey,
        String rawPath,
        String rawQueryString,
        @Nullable List<String> cookies,
        Map<String, String> headers,
        @Nullable Map<String, String> queryStringParameters,
        RequestContext requestContext,
        @Nullable Map<String, String> pathParameters,
        @Nullable String body,
        boolean isBase64Encoded) {

    record RequestContext(
            String accountId,
            String apiId,
            String domainName,
            Http http,
            String requestId,
            String routeKey,
            String stage,
            String time,
            long timeEpoch) {}

    record Http(
            String method,
            String path,
            String protocol,
            String sourceIp,
            @Nullable String userAgent) {}
}
