package dev.berth.snapshot;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Effects behind a write that already says what is to be done: when one fails, the sweep does it again, and whoever
/// asked for the write is not told of a failure.
final class LeftToSweep {
    private static final Logger LOG = LoggerFactory.getLogger(LeftToSweep.class);

    private LeftToSweep() {}

    /// @return false when it failed
    static boolean attempt(String what, Runnable effect) {
        try {
            effect.run();
            return true;
        } catch (RuntimeException failed) {
            LOG.warn("Could not {}; the sweep tries again", what, failed);
            return false;
        }
    }
}
