package dev.berth.http;

import dev.berth.http.RouteTable.Match;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Takes a request to the endpoint it is for: finds out who calls, checks what they sent, and gives every failure the
/// shape of a problem.
///
/// @param <C> who calls
public final class Dispatch<C> {
    static final int MAX_BODY_BYTES = 256 * 1024;

    private final Map<String, Endpoint<C>> endpoints;
    private final Authenticator<C> authenticator;
    private final Spec spec;

    public Dispatch(Spec spec, Authenticator<C> authenticator, List<Endpoint<C>> endpoints) {
        this.spec = spec;
        this.authenticator = authenticator;
        this.endpoints =
                endpoints.stream().collect(Collectors.toUnmodifiableMap(Endpoint::routeKey, Function.identity()));
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
        return switch (endpoints.get(request.routeKey())) {
            case null -> matched(request);
            case Endpoint.Open<C> open -> open.route().apply(checked(request));
            case Endpoint.Guarded<C> guarded -> {
                var caller = authenticator.authenticate(request, guarded.scope());
                yield guarded.route().handle(checked(request), caller);
            }
        };
    }

    /// Behind a function URL every request comes as `$default`; behind API Gateway only what matched no route.
    private HttpResponse matched(HttpRequest request) {
        return switch (spec.routes().match(request.method(), request.path())) {
            case Match.Found found when endpoints.containsKey(found.routeKey()) -> route(request.matched(found));
            case Match.OtherMethod other ->
                Problems.methodNotAllowed(request.method(), other.allowed())
                        .problem()
                        .response()
                        .withHeader("allow", other.allowed());
            default -> throw Problems.noSuchRoute(request.method(), request.path());
        };
    }

    private HttpRequest checked(HttpRequest request) {
        if (request.body().length > MAX_BODY_BYTES) {
            throw Problems.bodyTooLarge(MAX_BODY_BYTES);
        }
        var operation = spec.operations().get(request.routeKey());
        return operation == null ? request : operation.check(request);
    }

    private static HttpResponse finished(HttpResponse response, String requestId) {
        var named = response.withHeader("berth-request-id", requestId);
        return named.headers().containsKey("cache-control") ? named : named.withHeader("cache-control", "no-store");
    }
}
