package dev.berth.http;

import dev.berth.http.RouteTable.Match;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Takes a request to the endpoint it is for: finds out who calls, checks what they sent, and gives every failure the
/// shape of a problem.
///
/// @param <C> who calls
public final class Dispatch<C> {
    static final int MAX_BODY_BYTES = 256 * 1024;

    private final Map<String, Bound<C>> endpoints;
    private final RouteTable routes;
    private final Authenticator<C> authenticator;

    /// @throws IllegalArgumentException when an endpoint is not in the document, or asks for another scope there
    public Dispatch(Spec spec, Authenticator<C> authenticator, List<Endpoint<C>> endpoints) {
        this.authenticator = authenticator;
        this.endpoints = endpoints.stream()
                .map(endpoint -> Bound.of(endpoint, spec.operation(endpoint.routeKey())))
                .collect(Collectors.toUnmodifiableMap(bound -> bound.operation().routeKey(), Function.identity()));
        this.routes = new RouteTable(this.endpoints.keySet());
    }

    /// The operations that are answered here.
    public Set<String> routeKeys() {
        return endpoints.keySet();
    }

    public HttpResponse answer(HttpRequest request) {
        HttpResponse response;
        try {
            response = route(request);
        } catch (RuntimeException failure) {
            response = Failures.response(failure, request.requestId());
        }
        return finished(response, request.requestId());
    }

    private HttpResponse route(HttpRequest request) {
        var bound = endpoints.get(request.routeKey());
        return bound == null ? matched(request) : call(bound.endpoint(), bound.operation(), request);
    }

    /// Behind a function URL every request comes as `$default`; behind API Gateway only what matched no route.
    private HttpResponse matched(HttpRequest request) {
        return switch (routes.match(request.method(), request.path())) {
            case Match.Found found -> route(request.matched(found));
            case Match.OtherMethod other -> throw Problems.methodNotAllowed(request.method(), other.allowed());
            case Match.Nothing nothing -> throw Problems.noSuchRoute(request.method(), request.path());
        };
    }

    private HttpResponse call(Endpoint<C> endpoint, Operation operation, HttpRequest request) {
        return switch (endpoint) {
            case Endpoint.Open<C> open -> open.route().apply(checked(operation, request));
            case Endpoint.Guarded<C> guarded -> {
                var caller = authenticator.authenticate(request, guarded.scope());
                yield guarded.route().handle(checked(operation, request), caller);
            }
        };
    }

    private static HttpRequest checked(Operation operation, HttpRequest request) {
        if (request.body().length > MAX_BODY_BYTES) {
            throw Problems.bodyTooLarge(MAX_BODY_BYTES);
        }
        return operation.check(request);
    }

    private static HttpResponse finished(HttpResponse response, String requestId) {
        var named = response.withHeader("berth-request-id", requestId);
        return named.headers().containsKey("cache-control") ? named : named.withHeader("cache-control", "no-store");
    }

    private record Bound<C>(Endpoint<C> endpoint, Operation operation) {
        static <C> Bound<C> of(Endpoint<C> endpoint, Operation operation) {
            if (!operation.admitsAs(endpoint)) {
                throw new IllegalArgumentException(
                        endpoint.routeKey() + " does not ask for the scope that the OpenAPI document says");
            }
            return new Bound<>(endpoint, operation);
        }
    }
}
