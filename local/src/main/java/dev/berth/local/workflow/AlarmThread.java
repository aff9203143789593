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

    private final Runnable tick;
    private final Alarms alarms;
    private final SteadyClock clock;
    private final Thread thread;
    private volatile boolean closed;

    AlarmThread(Runnable tick, Alarms alarms, SteadyClock clock) {
        this.tick = tick;
        this.alarms = alarms;
        this.clock = clock;
        this.thread = Thread.ofPlatform().daemon().name("workflow-alarms").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!closed) {
                tryTick();
                alarms.await(clock.now(), LONGEST_WAIT);
            }
        } catch (InterruptedException e) {
            LOG.error("Somebody interrupted the alarms; deadlines stand still until the next start.", e);
        }
    }

    /// A store that fails now may answer at the next tick; the waits must not end with this thread.
    private void tryTick() {
        try {
            tick.run();
        } catch (RuntimeException e) {
            LOG.error("Deadlines could not be looked at; trying again.", e);
        }
    }

    /// Not by an interrupt, which would hit a write of the store.
    @Override
    public void close() {
        closed = true;
        alarms.wake();
        try {
            thread.join(LONGEST_CLOSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
