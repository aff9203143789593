package dev.berth.sandbox;

import dev.berth.event.Failure;

/// What came of a launch, when that is known.
public sealed interface LaunchOutcome {
    /// The sandbox stands, from this call or from an earlier one.
    record Launched() implements LaunchOutcome {}

    /// The substrate has no room now, and nothing was launched.
    record NoCapacity(String detail) implements LaunchOutcome {}

    /// The substrate will not launch this, now or later, and nothing was launched.
    record Refused(Failure failure) implements LaunchOutcome {}
}
