package dev.berth.local.bench.paper;

import java.util.EnumMap;
import java.util.Map;

/// How much of each thing that AWS bills was used.
final class Usage {
    private final Map<PaidOperation, Double> amounts = new EnumMap<>(PaidOperation.class);

    synchronized void add(PaidOperation operation, double amount) {
        amounts.merge(operation, amount, Double::sum);
    }

    void add(PaidOperation operation) {
        add(operation, 1);
    }

    synchronized double of(PaidOperation operation) {
        return amounts.getOrDefault(operation, 0.0);
    }

    /// What is used from here on is counted from nothing.
    synchronized void reset() {
        amounts.clear();
    }

    synchronized double dollars() {
        return amounts.entrySet().stream()
                .mapToDouble(used -> used.getKey().dollars(used.getValue()))
                .sum();
    }
}
