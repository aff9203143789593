package dev.berth.snapshot;

import dev.berth.http.Problem;
import dev.berth.http.ProblemException;
import java.time.Duration;
import java.time.Instant;

/// What a caller is told when a snapshot cannot be had, built or cancelled.
final class SnapshotProblems {
    private SnapshotProblems() {}

    static ProblemException alreadyBuilding(String build) {
        return Problem.of(
                        409,
                        "snapshot_building",
                        "The snapshot is being built",
                        "The build '%s' has not ended.".formatted(build),
                        "Wait until it ends, or cancel it with DELETE on the snapshot.")
                .exception();
    }

    static ProblemException tooSoon(Instant now, Instant possibleAt) {
        return Problem.of(
                        429,
                        "snapshot_refresh_too_soon",
                        "The snapshot was built just now",
                        "A snapshot is built at most once in %d seconds.".formatted(BuildLimits.COOL_DOWN.toSeconds()),
                        "Try again in %d seconds."
                                .formatted(Duration.between(now, possibleAt).toSeconds() + 1))
                .exception();
    }

    static ProblemException nothingToCancel(Build build) {
        return Problem.of(
                        409,
                        "nothing_to_cancel",
                        "No build is running",
                        "The newest build is %s.".formatted(build.status().wireName()),
                        "There is nothing to do.")
                .exception();
    }
}
