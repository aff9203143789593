package dev.berth.local.front;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A route key taken apart.
///
/// @param method or `ANY`
record RoutePattern(String routeKey, String method, List<String> segments) {
    private static final String ANY = "ANY";

    /// Literal segments go before parameters, from the left on; a method before any.
    static final Comparator<RoutePattern> MOST_SPECIFIC_FIRST = Comparator.comparing(RoutePattern::shape)
            .thenComparing(pattern -> pattern.method().equals(ANY));

    static RoutePattern parse(String routeKey) {
        var space = routeKey.indexOf(' ');
        if (space < 0 || routeKey.charAt(space + 1) != '/') {
            throw new IllegalArgumentException("Not a route key: " + routeKey);
        }
        return new RoutePattern(
                routeKey,
                routeKey.substring(0, space),
                List.of(routeKey.substring(space + 2).split("/", -1)));
    }

    boolean matches(String method, List<String> path) {
        if ((!this.method.equals(ANY) && !this.method.equals(method)) || segments.size() != path.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            if (isParameter(segments.get(i))
                    ? path.get(i).isEmpty()
                    : !segments.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    Map<String, String> parameters(List<String> path) {
        var parameters = new HashMap<String, String>();
        for (int i = 0; i < path.size(); i++) {
            if (isParameter(segments.get(i))) {
                parameters.put(segments.get(i).substring(1, segments.get(i).length() - 1), path.get(i));
            }
        }
        return parameters;
    }

    private String shape() {
        var shape = new StringBuilder();
        segments.forEach(segment -> shape.append(isParameter(segment) ? '1' : '0'));
        return shape.toString();
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }
}
