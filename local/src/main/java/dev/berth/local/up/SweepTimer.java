package dev.berth.local.up;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sweeps at once and each minute.
final class SweepTimer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SweepTimer.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sweep").factory());

    void start(Runnable sweep) {
        timer.scheduleWithFixedDelay(() -> attempt(sweep), 0, EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /// One sweep that fails must not be the last.
    private static void attempt(Runnable sweep) {
        try {
            sweep.run();
        } catch (RuntimeException failure) {
            LOG.error("The sweep failed; it is repeated in a minute", failure);
        }
    }
}
