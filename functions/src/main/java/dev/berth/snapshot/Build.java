package dev.berth.snapshot;

import dev.berth.event.Failure;
import dev.berth.event.WireName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A snapshot's newest build.
///
/// @param id `bld_…`
/// @param attempts how often it was started: more than once when what ran it was lost
/// @param startedAt of the last attempt
/// @param settled nothing is left to do about it: it has not ended, or nothing of it runs and its end was published
public record Build(
        String id,
        Status status,
        int attempts,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Failure failure,
        boolean settled) {

    static Build requested(String id, Instant now) {
        return new Build(id, Status.QUEUED, 0, now, null, null, null, true);
    }

    Build started(Instant now) {
        return new Build(id, Status.BUILDING, attempts + 1, requestedAt, now, null, null, true);
    }

    Build ended(Status outcome, @Nullable Failure why, Instant now) {
        return new Build(id, outcome, attempts, requestedAt, startedAt, now, why, false);
    }

    Build asSettled() {
        return new Build(id, status, attempts, requestedAt, startedAt, endedAt, failure, true);
    }

    public boolean isActive() {
        return switch (status) {
            case QUEUED, BUILDING -> true;
            case READY, FAILED -> false;
        };
    }

    public enum Status implements WireName {
        QUEUED("queued"),
        BUILDING("building"),
        READY("ready"),
        FAILED("failed");

        private final String wireName;

        Status(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }
}
