package dev.berth.local.signals;

import java.util.ArrayDeque;
import java.util.Deque;

/// What threads would do at once, one after the other.
final class Agenda {
    private static final int ENDLESS = 10_000;

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private int done;

    void add(Runnable task) {
        tasks.add(task);
    }

    /// May be called from within a task: the others then overtake it.
    void run() {
        while (!tasks.isEmpty()) {
            if (++done > ENDLESS) {
                throw new AssertionError("It goes round in circles");
            }
            tasks.remove().run();
        }
    }

    boolean isEmpty() {
        return tasks.isEmpty();
    }

    void clear() {
        tasks.clear();
        done = 0;
    }
}
