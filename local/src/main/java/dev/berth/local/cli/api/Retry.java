package dev.berth.local.cli.api;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Decides whether a request is sent again, and after how long.
final class Retry {
    private static final Set<Integer> PASSING_STATUSES = Set.of(502, 503, 504);
    private static final Duration FIRST_DELAY = Duration.ofMillis(200);
    private static final int MAX_TRIES = 3;

    /// How one try went.
    sealed interface Try {
        record Answered(int status) implements Try {}

        /// Nobody listens there.
        record NotConnected() implements Try {}

        /// It may or may not have arrived.
        record NoAnswer() implements Try {}
    }

    private Retry() {}

    /// @param tries so far
    /// @param repeatable sending it twice does no more than sending it once
    static Optional<Duration> delay(Try result, int tries, boolean repeatable) {
        boolean passing =
                switch (result) {
                    case Try.Answered(int status) -> PASSING_STATUSES.contains(status);
                    // who is not there now is said at once; who watches tries again by itself
                    case Try.NotConnected() -> false;
                    case Try.NoAnswer() -> true;
                };
        return passing && repeatable && tries < MAX_TRIES
                ? Optional.of(FIRST_DELAY.multipliedBy(1L << (tries - 1)))
                : Optional.empty();
    }
}
