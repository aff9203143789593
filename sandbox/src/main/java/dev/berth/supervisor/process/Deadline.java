package dev.berth.supervisor.process;

import java.time.Duration;

/// A moment by which something must be done, that may be brought forward by another thread while it is waited for.
public final class Deadline {
    private volatile long atNanos;

    private Deadline(long atNanos) {
        this.atNanos = atNanos;
    }

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    public synchronized void bringForwardTo(Duration time) {
        var candidate = System.nanoTime() + time.toNanos();
        if (candidate - atNanos < 0) {
            atNanos = candidate;
        }
    }

    public boolean passed() {
        return remaining().isZero();
    }

    /// Never negative.
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, atNanos - System.nanoTime()));
    }
}
