package dev.berth.local.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// Durations of the same thing, done many times.
public final class Distribution {
    private final List<Duration> sorted;

    public Distribution(List<Duration> durations) {
        List<Duration> copy = new ArrayList<>(durations);
        Collections.sort(copy);
        this.sorted = List.copyOf(copy);
    }

    /// By nearest rank.
    ///
    /// @param percent 50 is the median
    public double millis(int percent) {
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(0, rank - 1)).toNanos() / 1e6;
    }

    public Stream<Figure> figures(String part, String name) {
        return Stream.of(50, 95, 99)
                .map(percent -> Figure.of(part, "%s, p%d".formatted(name, percent), millis(percent), "ms"));
    }
}
