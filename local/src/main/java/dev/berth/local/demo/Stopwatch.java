package dev.berth.local.demo;

import dev.berth.local.cli.terminal.HumanTime;
import dev.berth.local.cli.terminal.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// How long each part of the demo took.
final class Stopwatch {
    private final Clock clock;
    private final Map<String, Duration> parts = new LinkedHashMap<>();

    Stopwatch(Clock clock) {
        this.clock = clock;
    }

    <T> T measure(String part, Supplier<T> work) {
        Instant start = clock.instant();
        T result = work.get();
        add(part, Duration.between(start, clock.instant()));
        return result;
    }

    void add(String part, Duration duration) {
        parts.put(part, duration);
    }

    Table table() {
        Table table = new Table("PART", "TIME");
        parts.forEach((part, duration) -> table.row(part, HumanTime.length(duration)));
        return table;
    }
}
