package dev.berth.session;

import org.jspecify.annotations.Nullable;

/// The body of `POST /v1/sessions`.
public record StartCommand(
        String profile,
        @Nullable Integer version,
        @Nullable String repository,
        String task,
        @Nullable Boolean stopWhenDone) {}
