package dev.berth.sandbox;

import dev.berth.session.SessionKey;
import java.time.Clock;
import java.time.Duration;

/// Notes that somebody watches a session, so that its sandbox sends what it has sooner.
public final class Viewers {
    private static final Duration COUNTS_FOR = Duration.ofMinutes(1);
    private static final Duration NOTED_EVERY = Duration.ofSeconds(30);

    private final Activities activities;
    private final FlushPolicy flushPolicy;
    private final Clock clock;

    public Viewers(Activities activities, FlushPolicy flushPolicy, Clock clock) {
        this.activities = activities;
        this.flushPolicy = flushPolicy;
        this.clock = clock;
    }

    public void note(SessionKey session) {
        if (!flushPolicy.asksForViewers()) {
            return;
        }
        var now = clock.instant();
        activities
                .find(session)
                .filter(activity -> activity.viewedUntil() == null
                        || activity.viewedUntil().minus(NOTED_EVERY).isBefore(now))
                .ifPresent(activity -> activities.put(activity.viewedUntil(now.plus(COUNTS_FOR))));
    }
}
