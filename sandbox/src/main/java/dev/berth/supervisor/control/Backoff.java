package dev.berth.supervisor.control;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before a call is made again: twice as long each time up to a longest time, and somewhere in the
/// upper half of that, so that sandboxes that lost the same control plane do not come back in step.
public record Backoff(Duration first, Duration longest) {
    public static final Backoff CALLS = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
    private static final int DOUBLINGS_AT_MOST = 16;

    /// @param attempt that failed, from 0
    public Duration after(int attempt, RandomGenerator random) {
        var doubled = first.multipliedBy(1L << Math.min(attempt, DOUBLINGS_AT_MOST));
        var ceiling = doubled.compareTo(longest) < 0 ? doubled : longest;
        var halfMillis = ceiling.toMillis() / 2;
        return Duration.ofMillis(halfMillis + random.nextLong(halfMillis + 1));
    }
}
