package dev.berth.local.bench.paper;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// How much of each thing that AWS bills was used.
final class Usage {
    private final Map<PaidOperation, Double> amounts = new EnumMap<>(PaidOperation.class);
    private final Map<String, Double> writtenTo = new HashMap<>();

    synchronized void add(PaidOperation operation, double amount) {
        amounts.merge(operation, amount, Double::sum);
    }

    void add(PaidOperation operation) {
        add(operation, 1);
    }

    /// @param rows what their partitions' names begin with
    synchronized void addWrite(String rows, double units) {
        add(PaidOperation.DYNAMODB_WRITE_UNIT, units);
        writtenTo.merge(rows, units, Double::sum);
    }

    synchronized double writtenTo(String rows) {
        return writtenTo.getOrDefault(rows, 0.0);
    }

    public synchronized double of(PaidOperation operation) {
        return amounts.getOrDefault(operation, 0.0);
    }

    /// What is used from here on is counted from nothing.
    synchronized void reset() {
        amounts.clear();
        writtenTo.clear();
    }

    public synchronized double dollars() {
        return amounts.entrySet().stream()
                .mapToDouble(used -> used.getKey().dollars(used.getValue()))
                .sum();
    }
}
