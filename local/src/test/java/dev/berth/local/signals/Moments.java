package dev.berth.local.signals;

import dev.berth.local.harness.Points;
import java.util.ArrayList;
import java.util.List;

/// The moments of one play: before and after each durable write and external call. At one of them something comes in
/// between; what that passes by itself is no moment.
final class Moments implements Points {
    static final int NEVER = -1;

    private final int chosen;
    private final Runnable between;
    private final List<String> passed = new ArrayList<>();
    private boolean closed;

    Moments(int chosen, Runnable between) {
        this.chosen = chosen;
        this.between = between;
    }

    /// No moment counts.
    static Moments none() {
        var moments = new Moments(NEVER, () -> {});
        moments.closed = true;
        return moments;
    }

    @Override
    public void pass(String point) {
        if (closed) {
            return;
        }
        passed.add(point);
        if (passed.size() - 1 == chosen) {
            closed = true;
            between.run();
        }
    }

    List<String> passed() {
        return passed;
    }
}
