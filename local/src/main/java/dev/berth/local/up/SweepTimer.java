package dev.berth.local.up;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sweeps at once and each minute, and tidies up each hour.
final class SweepTimer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SweepTimer.class);
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);
    private static final Duration TIDY_EVERY = Duration.ofHours(1);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(10);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sweep").factory());

    void start(Runnable sweep, Runnable tidy) {
        var _ = timer.scheduleWithFixedDelay(() -> attempt(sweep), 0, SWEEP_EVERY.toSeconds(), TimeUnit.SECONDS);
        var _ = timer.scheduleWithFixedDelay(
                () -> attempt(tidy), TIDY_EVERY.toSeconds(), TIDY_EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    /// Lets a sweep that runs end: interrupted, it would find its database in pieces.
    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException _) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /// One that fails must not be the last.
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.error("A sweep failed; it is repeated", failure);
        }
    }
}
