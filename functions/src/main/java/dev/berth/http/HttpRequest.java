package dev.berth.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request as API Gateway's payload 2.0 carries it, decoded.
///
/// @param routeKey which route matched: `GET /v1/sessions/{session}`, or `$default`
/// @param headers with lower-case names
public record HttpRequest(
        String routeKey,
        String method,
        String path,
        Map<String, String> pathParameters,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body,
        String requestId) {

    public HttpRequest {
        pathParameters = Map.copyOf(pathParameters);
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /// A parameter of the path; the route that matched is what promises that it is there.
    public String pathParameter(String name) {
        var value = pathParameters.get(name);
        if (value == null) {
            throw new IllegalStateException(routeKey + " has no parameter " + name);
        }
        return value;
    }

    public @Nullable String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }
}
