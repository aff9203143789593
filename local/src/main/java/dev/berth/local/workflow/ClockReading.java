package dev.berth.local.workflow;

import java.time.Duration;

/// What a difference between the wall clock and the time that has passed means.
sealed interface ClockReading {
    /// A clock that is kept right by small steps stays under this between two readings.
    Duration TOLERANCE = Duration.ofSeconds(2);

    /// Nothing happened but the usual small corrections.
    record Steady() implements ClockReading {}

    /// Somebody set the clock, or the machine slept.
    record Jumped(Duration by) implements ClockReading {}

    static ClockReading of(Duration drift) {
        return drift.abs().compareTo(TOLERANCE) > 0 ? new Jumped(drift) : new Steady();
    }
}
