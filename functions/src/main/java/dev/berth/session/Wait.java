package dev.berth.session;

import dev.berth.event.WireName;
import java.util.Comparator;

/// Where the workflow waits for this session, and the token that ends the wait.
///
/// @param attempt counts the tries of one state within one execution, from 0
/// @param generation what the wait is about; a later generation makes it void
public record Wait(int run, State state, int attempt, int generation, String token) {
    private static final Comparator<Wait> PROGRESS =
            Comparator.comparingInt(Wait::run).thenComparing(Wait::state).thenComparingInt(Wait::attempt);

    /// In the order in which one execution passes them.
    public enum State implements WireName {
        START("start"),
        SERVE("serve"),
        STOP("stop");

        private final String wireName;

        State(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }

    /// An execution that has come further must not be held up by a call of an earlier state that arrives late.
    boolean isBehind(Wait other) {
        return PROGRESS.compare(this, other) < 0;
    }

    boolean isSameAttempt(Wait other) {
        return PROGRESS.compare(this, other) == 0;
    }
}
