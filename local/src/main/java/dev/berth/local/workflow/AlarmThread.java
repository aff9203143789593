package dev.berth.local.workflow;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that looks at the clock: when the next alarm is due, and each second, to see whether the wall clock
/// jumped.
final class AlarmThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmThread.class);
    static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private final Thread thread;

    @FunctionalInterface
    interface Waiting {
        void await(Duration longest) throws InterruptedException;
    }

    AlarmThread(Runnable tick, Waiting waiting) {
        this.thread = Thread.ofPlatform().daemon().name("workflow-alarms").unstarted(() -> run(tick, waiting));
    }

    void start() {
        thread.start();
    }

    private static void run(Runnable tick, Waiting waiting) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                tryTick(tick);
                waiting.await(LONGEST_WAIT);
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    /// A store that fails now may answer at the next tick; the waits must not end with this thread.
    private static void tryTick(Runnable tick) {
        try {
            tick.run();
        } catch (RuntimeException e) {
            LOG.error("Deadlines could not be looked at; trying again.", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(LONGEST_CLOSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
