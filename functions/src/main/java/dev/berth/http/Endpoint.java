package dev.berth.http;

import dev.berth.organization.Scope;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An operation and what answers it. The OpenAPI document has the same operations with the same scopes.
///
/// @param <C> who calls
public sealed interface Endpoint<C> {
    /// `GET /v1/sessions/{session}`, as the document writes it.
    String routeKey();

    /// Anybody may call it.
    record Open<C>(String routeKey, Function<HttpRequest, HttpResponse> route) implements Endpoint<C> {}

    /// Whoever is known and has the scope may call it.
    ///
    /// @param scope null when being known is enough
    record Guarded<C>(String routeKey, @Nullable Scope scope, Route<C> route) implements Endpoint<C> {}

    static <C> Endpoint<C> open(String routeKey, Function<HttpRequest, HttpResponse> route) {
        return new Open<>(routeKey, route);
    }

    static <C> Endpoint<C> of(String routeKey, Route<C> route) {
        return new Guarded<>(routeKey, null, route);
    }

    static <C> Endpoint<C> of(String routeKey, Scope scope, Route<C> route) {
        return new Guarded<>(routeKey, scope, route);
    }
}
