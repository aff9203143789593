package dev.berth.local.cli.api;

import dev.berth.event.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a version's sessions start from, or how far its making is.
public record Snapshot(
        @Nullable Integer version,
        String status,
        @Nullable String log,
        @Nullable Instant builtAt,
        @Nullable Failure failure) {

    public boolean ended() {
        return ready() || status.equals("failed");
    }

    public boolean ready() {
        return status.equals("ready");
    }
}
