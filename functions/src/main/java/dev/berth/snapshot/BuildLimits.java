package dev.berth.snapshot;

import java.time.Duration;

/// How long and how often things are built.
final class BuildLimits {
    /// What a setup script may take.
    static final Duration SETUP = Duration.ofMinutes(30);

    /// What an attempt may take, with everything before and after the setup script.
    static final Duration ATTEMPT = Duration.ofMinutes(45);

    /// A build that was lost so often takes its substrate down with it, as far as anybody can tell.
    static final int ATTEMPTS = 3;

    /// Between a build's request and the next one's, so that nobody rebuilds in a loop.
    static final Duration COOL_DOWN = Duration.ofSeconds(60);

    /// How long an artifact outlives its successor: a launch that was given it may still be on its way.
    static final Duration SUPERSEDED_KEPT = Duration.ofHours(1);

    private BuildLimits() {}
}
