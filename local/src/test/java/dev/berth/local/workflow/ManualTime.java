package dev.berth.local.workflow;

import java.time.Duration;
import java.time.Instant;

/// Time that passes, and a wall clock that jumps, when they are told.
final class ManualTime {
    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private volatile Instant wall = BEGIN;
    private volatile Duration passed = Duration.ZERO;

    SteadyClock clock() {
        return new SteadyClock(() -> wall, () -> passed.toNanos());
    }

    void pass(Duration time) {
        passed = passed.plus(time);
        wall = wall.plus(time);
    }

    void jump(Duration by) {
        wall = wall.plus(by);
    }
}
