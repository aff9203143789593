package dev.berth.local.workflow;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/// What can happen to an execution.
public sealed interface Signal {
    record Started() implements Signal {}

    record InvocationSucceeded(String token, JsonNode payload) implements Signal {}

    /// @param error the name that retriers and catchers match
    record InvocationFailed(String token, String error, String cause) implements Signal {}

    record TokenSucceeded(String token, JsonNode output) implements Signal {}

    record TokenFailed(String token, String error, String cause) implements Signal {}

    record TokenHeartbeat(String token) implements Signal {}

    /// Some deadline may have passed.
    record TimerFired() implements Signal {}

    /// The process is back after it was away, for a moment or for days.
    record Resumed() implements Signal {}

    record ClockJumped(Duration by) implements Signal {}

    record Aborted(String cause) implements Signal {}
}
