package dev.berth.local.workflow;

import java.time.Duration;
import java.time.Instant;

/// Time that passes, and a wall clock that jumps, when they are told.
final class ManualTime {
    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private volatile SteadyClock.Reading reading = new SteadyClock.Reading(BEGIN, 0);

    SteadyClock clock() {
        return new SteadyClock(() -> reading);
    }

    void pass(Duration time) {
        var now = reading;
        reading = new SteadyClock.Reading(now.wall().plus(time), now.nanos() + time.toNanos());
    }

    void jump(Duration by) {
        var now = reading;
        reading = new SteadyClock.Reading(now.wall().plus(by), now.nanos());
    }
}
