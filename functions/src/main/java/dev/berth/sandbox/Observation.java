package dev.berth.sandbox;

import dev.berth.event.Failure;
import org.jspecify.annotations.Nullable;

/// What a substrate knows of a sandbox.
public sealed interface Observation {
    record Standing() implements Observation {}

    /// Nothing of it is left.
    ///
    /// @param detail how it ended, as far as the substrate knows: an exit code, a signal, a task's stop reason
    /// @param failure what a person must do about it, where the substrate's word tells: another launch would end so
    /// too
    record Gone(String detail, @Nullable Failure failure) implements Observation {
        public Gone(String detail) {
            this(detail, null);
        }
    }
}
