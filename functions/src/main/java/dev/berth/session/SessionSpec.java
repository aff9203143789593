package dev.berth.session;

import dev.berth.event.Actor;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What was asked for when a session was created; it never changes.
///
/// @param repository id of the profile's repository that the agent works in
/// @param title the task's first line, shortened
/// @param stopWhenDone ends the session when a turn ends and nothing is queued
public record SessionSpec(
        String profile,
        int version,
        @Nullable String repository,
        String title,
        String task,
        boolean stopWhenDone,
        boolean persistent,
        Duration idleTimeout,
        Duration maxLifetime,
        Actor startedBy,
        Instant createdAt) {}
