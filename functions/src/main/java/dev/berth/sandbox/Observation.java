package dev.berth.sandbox;

/// What a substrate knows of a sandbox.
public sealed interface Observation {
    record Standing() implements Observation {}

    /// Nothing of it is left.
    ///
    /// @param detail how it ended, as far as the substrate knows: an exit code, a signal, a task's stop reason
    record Gone(String detail) implements Observation {}
}
