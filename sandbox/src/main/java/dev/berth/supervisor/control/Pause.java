package dev.berth.supervisor.control;

import java.time.Duration;

/// Waits before the next attempt. Something else may end the wait early, as when the network is known to be back.
@FunctionalInterface
public interface Pause {
    void rest(Duration time) throws InterruptedException;

    /// Always the whole time.
    static Pause whole() {
        return time -> Thread.sleep(time);
    }
}
