package dev.berth.store;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Reads, decides and writes again when another write came between.
public final class Optimistic {
    private static final int ATTEMPTS = 30;
    private static final long MAX_PAUSE_NANOS = 20_000_000;

    private Optimistic() {}

    /// @param attempt reads and decides anew each time; empty when its write met a conflict
    /// @throws ContentionException when it never got through: the caller may try again later
    public static <T> T retry(Supplier<Optional<T>> attempt) {
        for (int i = 0; i < ATTEMPTS; i++) {
            var result = attempt.get();
            if (result.isPresent()) {
                return result.get();
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(MAX_PAUSE_NANOS));
        }
        throw new ContentionException();
    }

    public static final class ContentionException extends RuntimeException {
        private static final long serialVersionUID = 1;

        ContentionException() {
            super("Too many writers met on the same record");
        }
    }
}
