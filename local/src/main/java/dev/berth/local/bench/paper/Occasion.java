package dev.berth.local.bench.paper;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Something that happens on another thread, and is waited for each time. On AWS it is over long before the next call;
/// here both would write the same rows at once, and a second attempt would be counted.
record Occasion(String name, Semaphore times) {
    private static final int WITHIN_SECONDS = 20;

    Occasion(String name) {
        this(name, new Semaphore(0));
    }

    void happened() {
        times.release();
    }

    void await() {
        try {
            if (!times.tryAcquire(WITHIN_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("There was no %s in %d s".formatted(name, WITHIN_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody waits for the %s any more".formatted(name), e);
        }
    }
}
