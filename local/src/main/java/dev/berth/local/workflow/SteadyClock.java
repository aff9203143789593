package dev.berth.local.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// The time that waits are measured in: the wall clock's when it was last set, and since then what has truly passed. So
/// a wall clock that is put forward or back ends no wait; whoever notices the difference moves the waits and sets this.
public final class SteadyClock {
    private final InstantSource wall;
    private final LongSupplier nanos;
    private volatile Setting setting;

    private record Setting(Instant wall, long nanos) {}

    /// @param nanos rises with the time that passes, whatever the wall clock does: [System#nanoTime]
    public SteadyClock(InstantSource wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.setting = new Setting(wall.instant(), nanos.getAsLong());
    }

    public static SteadyClock system() {
        return new SteadyClock(InstantSource.system(), System::nanoTime);
    }

    public Instant now() {
        var current = setting;
        return current.wall().plusNanos(nanos.getAsLong() - current.nanos());
    }

    /// How far the wall clock is ahead of this one.
    Duration drift() {
        return Duration.between(now(), wall.instant());
    }

    /// Takes the wall clock's time.
    void set() {
        setting = new Setting(wall.instant(), nanos.getAsLong());
    }
}
