package dev.berth.sandbox;

import java.time.Instant;

/// Since when the clock of this control plane has run without a jump. Silence from before says nothing: nobody was
/// there to listen, or the time of it is not known.
@FunctionalInterface
public interface SteadySince {
    SteadySince ALWAYS = () -> Instant.EPOCH;

    Instant instant();
}
