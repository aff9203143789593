package dev.berth.local.bench.paper;

import java.util.HashMap;
import java.util.Map;

/// What API Gateway finds in a path by its route.
final class PathParameters {
    private PathParameters() {}

    static Map<String, String> of(String route, String path) {
        String[] names = route.split("/");
        String[] values = path.split("/");
        Map<String, String> found = new HashMap<>();
        for (int at = 0; at < names.length; at++) {
            if (names[at].startsWith("{")) {
                found.put(names[at].substring(1, names[at].length() - 1), values[at]);
            }
        }
        return found;
    }
}
