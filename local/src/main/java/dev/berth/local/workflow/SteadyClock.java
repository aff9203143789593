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

    /// Takes the wall clock's time. What is looked at is what is taken: a jump that comes in between is there to be
    /// seen the next time.
    ///
    /// @return what was different
    synchronized ClockReading set() {
        var reading = source.get();
        var difference = ClockReading.of(driftAt(reading));
        setting = reading;
        return difference;
    }

    /// The same, unless the wall clock jumped.
    ///
    /// @return false when it jumped
    synchronized boolean follow() {
        var reading = source.get();
        if (ClockReading.of(driftAt(reading)) instanceof ClockReading.Jumped) {
            return false;
        }
        setting = reading;
        return true;
    }

    /// How far the wall clock is ahead of this one.
    private Duration driftAt(Reading reading) {
        return Duration.between(at(reading), reading.wall());
    }

    private Instant at(Reading reading) {
        var last = setting;
        return last.wall().plusNanos(reading.nanos() - last.nanos());
    }
}
