package dev.berth.local.cli.api;

import dev.berth.event.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A session as far as the command line shows it.
public record Session(
        String id,
        String status,
        @Nullable String statusReason,
        @Nullable Integer run,
        @Nullable String workspace,
        @Nullable String profile,
        @Nullable Integer version,
        @Nullable String repository,
        @Nullable String title,
        @Nullable String task,
        @Nullable String url,
        @Nullable String turn,
        @Nullable Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant stoppedAt,
        @Nullable Instant lastActiveAt,
        @Nullable Boolean persistent,
        @Nullable Archive archive,
        @Nullable Failure failure) {

    /// What was kept of the workspace last.
    public record Archive(
            Instant storedAt, long bytes, @Nullable Instant keptUntil) {}

    /// Nothing runs for it and nothing will, unless somebody resumes it.
    public boolean ended() {
        return ended(status);
    }

    static boolean ended(String status) {
        return status.equals("stopped") || status.equals("failed");
    }
}
