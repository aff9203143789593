package dev.berth.local.conformance;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/// Which documented statuses the operations have answered with.
final class Ledger {
    /// `default` stands for 500 and 503, which a sound control plane cannot be made to answer: `http`'s own tests
    /// provoke both with routes that fail.
    private static final Set<String> NOT_PROVOKED = Set.of("default");

    private final Map<String, Set<String>> answered = new ConcurrentHashMap<>();

    void note(String routeKey, String status) {
        answered.computeIfAbsent(routeKey, _ -> new ConcurrentSkipListSet<>()).add(status);
    }

    /// What the document promises and nobody has seen: `GET /v1/sessions 403`.
    Stream<String> neverAnswered(Document document) {
        return document.routeKeys().stream().sorted().flatMap(routeKey -> document.statuses(routeKey).stream()
                .filter(status -> !NOT_PROVOKED.contains(status))
                .filter(status -> !answered.getOrDefault(routeKey, Set.of()).contains(status))
                .map(status -> routeKey + " " + status));
    }
}
