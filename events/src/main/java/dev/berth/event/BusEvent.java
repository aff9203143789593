package dev.berth.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What Berth publishes on the EventBridge bus `berth` with source `berth`.
public sealed interface BusEvent {
    String detailType();

    /// Detail of `Session Queued`, `Session Started`, `Session Running`, `Session Stopped` and `Session Failed`.
    ///
    /// @param reason of `Stopped` and `Failed`
    /// @param url where people see the session
    record SessionChanged(
            String organization,
            String session,
            String profile,
            int version,
            int run,
            String status,
            @Nullable String reason,
            @Nullable Failure failure,
            String url,
            Instant at)
            implements BusEvent {
        @Override
        public String detailType() {
            return switch (status) {
                case "queued" -> "Session Queued";
                case "starting" -> "Session Started";
                case "running" -> "Session Running";
                case "stopped" -> "Session Stopped";
                case "failed" -> "Session Failed";
                default -> throw new IllegalArgumentException("no event tells of status " + status);
            };
        }
    }

    /// Detail of `Snapshot Ready` and `Snapshot Failed`.
    record SnapshotEnded(
            String organization,
            String profile,
            int version,
            String status,
            @Nullable Failure failure,
            Instant at) implements BusEvent {
        @Override
        public String detailType() {
            return status.equals("ready") ? "Snapshot Ready" : "Snapshot Failed";
        }
    }
}
