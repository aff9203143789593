package dev.berth.supervisor.control;

import dev.berth.protocol.Activity;
import dev.berth.protocol.EventBatch;
import dev.berth.protocol.SandboxEvent;
import dev.berth.supervisor.process.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Events on their way out. At most one batch of them is in memory: when it is full it goes to the spool, and when the
/// spool is long, the agent waits. So an agent can work on while the control plane is away, and cannot fill the heap.
public final class Outbox {
    private static final int SPOOLED_BATCHES_AT_MOST = 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Spool spool;
    private final Supplier<Activity> activity;
    private final OpenBatch open = new OpenBatch(System::nanoTime);
    private Duration flushAfter = Duration.ofMillis(50);
    private long spooledEvents;
    private long acknowledgedEvents;
    private boolean woken;

    public Outbox(Path spoolFolder, Supplier<Activity> activity) throws IOException {
        this.spool = new Spool(spoolFolder);
        this.activity = activity;
        this.spooledEvents = spool.events();
    }

    public void add(SandboxEvent event) {
        change(() -> {
            if (!open.isEmpty() && !open.hasRoomFor(event)) {
                close();
            }
            open.add(event);
            if (open.isFull()) {
                close();
            }
            changed.signalAll();
        });
    }

    /// For those who could add without end: waits while the spool is long.
    public void awaitRoom() {
        change(() -> {
            while (spool.size() >= SPOOLED_BATCHES_AT_MOST) {
                changed.awaitUninterruptibly();
            }
        });
    }

    /// Has everything so far sent at once. What it returns, [#hasAcknowledged] tells the arrival of.
    public long flush() {
        lock.lock();
        try {
            close();
            changed.signalAll();
            return spooledEvents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    public boolean hasAcknowledged(long mark) {
        lock.lock();
        try {
            return acknowledgedEvents >= mark;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until everything was acknowledged; false when the deadline passed before.
    public boolean drain(Deadline deadline) throws InterruptedException {
        var mark = flush();
        lock.lockInterruptibly();
        try {
            while (acknowledgedEvents < mark && !deadline.passed()) {
                changed.awaitNanos(positive(deadline.remaining()));
            }
            return acknowledgedEvents >= mark;
        } finally {
            lock.unlock();
        }
    }

    /// Makes the sender look now: as a heartbeat when there is nothing to send, and without resting when it rests.
    public void wake() {
        change(() -> {
            woken = true;
            changed.signalAll();
        });
    }

    /// The next batch as soon as it is due; empty when `atMost` has passed or somebody woke the sender.
    Optional<EventBatch> next(Duration atMost) throws InterruptedException {
        var limit = Deadline.in(atMost);
        lock.lockInterruptibly();
        try {
            while (true) {
                if (spool.isEmpty() && !open.isEmpty() && open.dueIn(flushAfter).isZero()) {
                    close();
                }
                if (!spool.isEmpty()) {
                    woken = false;
                    return Optional.of(spool.read(spool.firstNumber()));
                }
                if (woken || limit.passed()) {
                    woken = false;
                    return Optional.empty();
                }
                changed.awaitNanos(
                        positive(shorter(limit.remaining(), open.isEmpty() ? atMost : open.dueIn(flushAfter))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    /// Rests between two attempts; a wake-up ends it.
    void rest(Duration time) throws InterruptedException {
        var limit = Deadline.in(time);
        lock.lockInterruptibly();
        try {
            while (!woken && !limit.passed()) {
                changed.awaitNanos(positive(limit.remaining()));
            }
            woken = false;
        } finally {
            lock.unlock();
        }
    }

    /// What the control plane has now, and how long it lets events wait.
    public void acknowledge(long through, Duration flushAfterNow) {
        change(() -> {
            flushAfter = flushAfterNow;
            acknowledgedEvents += spool.acknowledge(through);
            changed.signalAll();
        });
    }

    void replace(EventBatch refused, List<List<SandboxEvent>> parts) {
        change(() -> {
            spool.replace(refused, parts);
        });
    }

    private void close() throws IOException {
        if (!open.isEmpty()) {
            var events = open.take();
            spool.append(activity.get(), events);
            spooledEvents += events.size();
        }
    }

    private static long positive(Duration time) {
        return Math.max(1, time.toNanos());
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private void change(Change change) {
        lock.lock();
        try {
            change.make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    private interface Change {
        void make() throws IOException;
    }
}
