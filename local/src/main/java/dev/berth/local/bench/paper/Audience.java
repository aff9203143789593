package dev.berth.local.bench.paper;

import java.time.Duration;

/// Who watches a session, and how often its sandbox is told to send for that.
enum Audience {
    NOBODY(Duration.ofSeconds(15)),
    ONE_VIEWER(Duration.ofSeconds(1));

    private final Duration flush;

    Audience(Duration flush) {
        this.flush = flush;
    }

    Duration flush() {
        return flush;
    }
}
