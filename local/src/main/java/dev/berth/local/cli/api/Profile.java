package dev.berth.local.cli.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A profile as far as the command line shows it.
///
/// @param latestVersion absent before the first was published
public record Profile(
        String id,
        String name,
        @Nullable String description,
        @Nullable Integer latestVersion,
        @Nullable Instant createdAt) {}
