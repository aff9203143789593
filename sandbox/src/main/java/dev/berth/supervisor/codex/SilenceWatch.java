package dev.berth.supervisor.codex;

import dev.berth.supervisor.process.Deadline;
import java.time.Duration;
import java.util.function.Supplier;

/// Sees to it that a turn in which nothing is heard any more does not last for ever.
///
/// @param silence for how long nothing was heard
/// @param tooLong what is done when that is the longest that is allowed
record SilenceWatch(CodexTurn turn, Supplier<Duration> silence, Duration longest, Runnable tooLong)
        implements Runnable {
    static final Duration ENDS_WITHIN = Duration.ofSeconds(5);

    @Override
    public void run() {
        try {
            while (!turn.await(turn::isOver, Deadline.in(longest.minus(silence.get())))) {
                if (silence.get().compareTo(longest) >= 0) {
                    tooLong.run();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
