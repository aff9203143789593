package dev.berth.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Runs the same thing in several threads that begin together.
final class AtOnce {
    private AtOnce() {}

    static <T> List<T> run(int threads, Callable<T> what) throws InterruptedException, ExecutionException {
        var start = new CyclicBarrier(threads);
        try (var executor = Executors.newFixedThreadPool(threads)) {
            var running = new ArrayList<Future<T>>();
            for (int i = 0; i < threads; i++) {
                running.add(executor.submit(() -> {
                    start.await();
                    return what.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var thread : running) {
                results.add(thread.get());
            }
            return results;
        }
    }
}
