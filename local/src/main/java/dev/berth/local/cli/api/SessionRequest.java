package dev.berth.local.cli.api;

import org.jspecify.annotations.Nullable;

/// The body of `POST /v1/sessions`.
public record SessionRequest(
        String profile,
        @Nullable Integer version,
        @Nullable String repository,
        String task,
        @Nullable Boolean stopWhenDone) {}
