package dev.berth.local.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// The time that waits are measured in: the wall clock's when it was last set, and since then what has truly passed. So
/// a wall clock that is put forward or back ends no wait; whoever notices the difference moves the waits and sets this.
public final class SteadyClock {
    private final Supplier<Reading> source;
    private volatile Reading setting;

    /// Both clocks at one moment.
    ///
    /// @param nanos rises with the time that passes, whatever the wall clock does
    record Reading(Instant wall, long nanos) {}

    /// @param nanos [System#nanoTime]
    public SteadyClock(InstantSource wall, LongSupplier nanos) {
        this(() -> new Reading(wall.instant(), nanos.getAsLong()));
    }

    SteadyClock(Supplier<Reading> source) {
        this.source = source;
        this.setting = source.get();
    }

    public static SteadyClock system() {
        return new SteadyClock(InstantSource.system(), System::nanoTime);
    }

    public Instant now() {
        return at(source.get());
    }

    /// How far the wall clock is ahead of this one.
    Duration drift() {
        var reading = source.get();
        return Duration.between(at(reading), reading.wall());
    }

    /// Takes the wall clock's time.
    void set() {
        setting = source.get();
    }

    private Instant at(Reading reading) {
        var last = setting;
        return last.wall().plusNanos(reading.nanos() - last.nanos());
    }
}
