package dev.berth.http;

import dev.berth.event.Json;
import dev.berth.store.PageRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request as API Gateway's payload 2.0 carries it, decoded. When a route gets it, its parameters and its body have
/// been checked against the OpenAPI document, and parameters that have a default there have a value.
///
/// @param routeKey which route matched: `GET /v1/sessions/{session}`, or `$default`
/// @param query a parameter that was given more than once has its values joined by commas
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

    public @Nullable String queryParameter(String name) {
        return query.get(name);
    }

    /// A parameter that the document calls an integer and that has a default there.
    public long queryNumber(String name) {
        var value = query.get(name);
        if (value == null) {
            throw new IllegalStateException(routeKey + " has no default for " + name);
        }
        return Long.parseLong(value);
    }

    /// Which part of a list is asked for: `limit` and `cursor`.
    public PageRequest page() {
        return new PageRequest(Math.toIntExact(queryNumber("limit")), query.get("cursor"));
    }

    public <T> T json(Class<T> type) {
        return Json.MAPPER.readValue(body, type);
    }

    HttpRequest matched(RouteTable.Match.Found route) {
        return new HttpRequest(route.routeKey(), method, path, route.pathParameters(), query, headers, body, requestId);
    }

    HttpRequest withQuery(Map<String, String> checked) {
        return new HttpRequest(routeKey, method, path, pathParameters, checked, headers, body, requestId);
    }
}
