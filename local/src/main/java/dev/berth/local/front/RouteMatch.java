package dev.berth.local.front;

import java.util.List;
import java.util.Map;

/// Which route of a function a request takes.
///
/// @param pathParameters decoded
record RouteMatch(String routeKey, Map<String, String> pathParameters) {
    static final RouteMatch DEFAULT = new RouteMatch("$default", Map.of());

    /// The most specific route that fits, as API Gateway chooses it.
    ///
    /// @param segments of the path, decoded
    static RouteMatch of(List<RoutePattern> patterns, String method, List<String> segments) {
        return patterns.stream()
                .sorted(RoutePattern.MOST_SPECIFIC_FIRST)
                .filter(pattern -> pattern.matches(method, segments))
                .findFirst()
                .map(pattern -> new RouteMatch(pattern.routeKey(), pattern.parameters(segments)))
                .orElse(DEFAULT);
    }
}
