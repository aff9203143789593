package dev.berth.session;

import java.time.Duration;

/// How long a session that found no capacity stays out of the way: 30 s, doubling, at most 10 minutes.
final class CapacityPause {
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int DOUBLINGS_TO_LONGEST = 5;

    private CapacityPause() {}

    static Duration after(int misses) {
        if (misses == 0) {
            return Duration.ZERO;
        }
        if (misses > DOUBLINGS_TO_LONGEST) {
            return LONGEST;
        }
        return FIRST.multipliedBy(1L << (misses - 1));
    }
}
