package dev.berth.supervisor;

import dev.berth.protocol.Activity;
import java.util.concurrent.TimeUnit;

/// For how long the agent has done nothing.
final class ActivityClock {
    private volatile boolean busy;
    private volatile long lastActiveNanos = System.nanoTime();

    void turnStarted() {
        busy = true;
    }

    void turnEnded() {
        lastActiveNanos = System.nanoTime();
        busy = false;
    }

    Activity now() {
        return busy ? Activity.BUSY : new Activity(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastActiveNanos));
    }
}
