package dev.berth.local.cli.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A published version of a profile.
public record Version(
        int version,
        @Nullable Instant publishedAt,
        @Nullable Snapshot snapshot) {}
