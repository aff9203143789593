package dev.berth.local.driver;

import java.util.ArrayDeque;
import java.util.Deque;

/// Runs a few jobs at once; the others wait in line, and may leave it.
final class BuildQueue {
    private final int places;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int running;

    BuildQueue(int places) {
        this.places = places;
    }

    synchronized void add(Runnable job) {
        waiting.add(job);
        startNext();
    }

    /// @return whether it waited, and now never runs
    synchronized boolean remove(Runnable job) {
        return waiting.remove(job);
    }

    private synchronized void ended() {
        running--;
        startNext();
    }

    private synchronized void startNext() {
        while (running < places && !waiting.isEmpty()) {
            var job = waiting.remove();
            running++;
            Thread.ofVirtual().name("snapshot build").start(() -> {
                try {
                    job.run();
                } finally {
                    ended();
                }
            });
        }
    }
}
