package dev.berth.local.signals;

import dev.berth.local.harness.Points;

/// At one of a play's moments something comes in between; what that passes by itself is no moment.
final class Moments implements Points {
    private final int chosen;
    private final Runnable between;
    private int passed;

    /// @param chosen how many moments come before it
    Moments(int chosen, Runnable between) {
        this.chosen = chosen;
        this.between = between;
    }

    @Override
    public void pass(String point) {
        if (passed++ == chosen) {
            between.run();
        }
    }
}
