package dev.berth.snapshot;

import dev.berth.event.Failure;

/// What a substrate knows of a build.
public sealed interface BuildObservation {
    record Building() implements BuildObservation {}

    record Succeeded(Artifact artifact) implements BuildObservation {}

    record Failed(Failure failure) implements BuildObservation {}

    /// Nobody knows it: it never started, or what ran it is gone.
    record Unknown() implements BuildObservation {}
}
