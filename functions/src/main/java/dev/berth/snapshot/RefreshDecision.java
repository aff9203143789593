package dev.berth.snapshot;

import java.time.Instant;

/// Whether a snapshot may be built again now.
sealed interface RefreshDecision {
    record BuildAgain() implements RefreshDecision {}

    record AlreadyBuilding(String build) implements RefreshDecision {}

    record TooSoon(Instant possibleAt) implements RefreshDecision {}

    static RefreshDecision of(Build newest, Instant now) {
        if (newest.isActive() || !newest.settled()) {
            return new AlreadyBuilding(newest.id());
        }
        var possibleAt = newest.requestedAt().plus(BuildLimits.COOL_DOWN);
        return now.isBefore(possibleAt) ? new TooSoon(possibleAt) : new BuildAgain();
    }
}
