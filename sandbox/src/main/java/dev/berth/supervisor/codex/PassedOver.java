package dev.berth.supervisor.codex;

import java.util.Map;
import java.util.TreeMap;

/// Counts what codex said and nobody is told of, by what it was.
final class PassedOver {
    private static final int KINDS = 50;

    private final Map<String, Integer> counts = new TreeMap<>();

    synchronized void count(String kind) {
        if (counts.size() < KINDS || counts.containsKey(kind)) {
            counts.merge(kind, 1, Integer::sum);
        } else {
            counts.merge("others", 1, Integer::sum);
        }
    }

    @Override
    public synchronized String toString() {
        return counts.toString();
    }
}
