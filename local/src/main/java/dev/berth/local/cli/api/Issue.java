package dev.berth.local.cli.api;

import org.jspecify.annotations.Nullable;

/// What stops a draft from being published.
public record Issue(
        @Nullable String code,
        @Nullable String pointer,
        @Nullable String detail,
        @Nullable String remedy) {}
