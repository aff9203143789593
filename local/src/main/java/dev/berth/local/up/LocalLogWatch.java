package dev.berth.local.up;

import dev.berth.conversation.LogWatch;
import dev.berth.session.SessionKey;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Wakes readers within this process at once.
public final class LocalLogWatch implements LogWatch {
    /// Sessions whose newest `seq` is remembered: so many may be read at once without one missing an append.
    private static final int REMEMBERED = 10_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Map<SessionKey, Long> newest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SessionKey, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Override
    public void appended(SessionKey session, long lastSeq) {
        lock.lock();
        try {
            newest.merge(session, lastSeq, Math::max);
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void await(SessionKey session, long after, Duration atMost) {
        lock.lock();
        try {
            var nanosLeft = atMost.toNanos();
            while (nanosLeft > 0 && newest.getOrDefault(session, 0L) <= after) {
                nanosLeft = grown.awaitNanos(nanosLeft);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
