package dev.berth.local.workflow.definition;

import java.time.Duration;

/// How often, and after which pauses, a task is tried again after certain errors.
///
/// @param maxDelay no pause is longer
/// @param fullJitter whether a pause is any time up to the computed one
public record Retrier(
        ErrorNames errors,
        Duration interval,
        double backoffRate,
        int maxAttempts,
        Duration maxDelay,
        boolean fullJitter) {

    public boolean allowsAfter(int retries) {
        return retries < maxAttempts;
    }

    /// The pause before the next try.
    ///
    /// @param retries that this retrier has made already
    /// @param chance from 0 to 1: which of the possible pauses a jitter takes
    public Duration delayAfter(int retries, double chance) {
        var seconds = Math.min(interval.toSeconds() * Math.pow(backoffRate, retries), (double) maxDelay.toSeconds());
        return Duration.ofMillis(Math.round(seconds * 1_000 * (fullJitter ? chance : 1)));
    }
}
