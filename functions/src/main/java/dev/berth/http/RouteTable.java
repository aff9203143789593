package dev.berth.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Finds the operation for a method and a path where nobody has done so before: behind a function URL, and on one
/// machine.
public final class RouteTable {
    private final List<Template> templates;

    RouteTable(Collection<String> routeKeys) {
        this.templates = routeKeys.stream().map(Template::of).toList();
    }

    public sealed interface Match {
        record Found(String routeKey, Map<String, String> pathParameters) implements Match {}

        /// @param allowed the methods that the path takes, joined by commas
        record OtherMethod(String allowed) implements Match {}

        record Nothing() implements Match {}
    }

    /// @param path still percent-encoded
    public Match match(String method, String path) {
        var allowed = new TreeSet<String>();
        for (var template : templates) {
            var parameters = template.match(path);
            if (parameters.isPresent() && template.method().equals(method)) {
                return new Match.Found(template.routeKey(), parameters.get());
            }
            parameters.ifPresent(match -> allowed.add(template.method()));
        }
        return allowed.isEmpty() ? new Match.Nothing() : new Match.OtherMethod(String.join(", ", allowed));
    }

    private record Template(String routeKey, String method, List<String> segments) {
        static Template of(String routeKey) {
            var space = routeKey.indexOf(' ');
            return new Template(routeKey, routeKey.substring(0, space), segments(routeKey.substring(space + 1)));
        }

        Optional<Map<String, String>> match(String path) {
            var given = segments(path);
            if (given.size() != segments.size()) {
                return Optional.empty();
            }
            var parameters = new HashMap<String, String>();
            for (int i = 0; i < given.size(); i++) {
                if (!matchSegment(segments.get(i), given.get(i), parameters)) {
                    return Optional.empty();
                }
            }
            return Optional.of(Map.copyOf(parameters));
        }

        private static boolean matchSegment(String template, String given, Map<String, String> parameters) {
            if (!template.startsWith("{")) {
                return template.equals(given);
            }
            parameters.put(template.substring(1, template.length() - 1), decoded(given));
            return !given.isEmpty();
        }

        private static List<String> segments(String path) {
            return new ArrayList<>(Arrays.asList(path.split("/", -1)));
        }

        private static String decoded(String segment) {
            try {
                return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException malformed) {
                return segment;
            }
        }
    }
}
