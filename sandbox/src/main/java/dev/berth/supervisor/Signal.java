package dev.berth.supervisor;

import dev.berth.event.EventData;
import dev.berth.event.Failure;
import dev.berth.protocol.SandboxAnswer;
import dev.berth.protocol.Turn;
import java.util.Optional;

/// What the supervisor reacts to, one after the other.
sealed interface Signal {
    record Answered(SandboxAnswer answer) implements Signal {}

    /// The control plane has something to say.
    record Woken() implements Signal {}

    /// What the control plane gave to do; empty when nothing was queued.
    record TurnTaken(Optional<Turn> turn) implements Signal {}

    record TurnEnded(EventData.TurnEnded end) implements Signal {}

    /// An archive was stored, or given up.
    record ArchiveSettled() implements Signal {}

    /// Ends the sandbox.
    sealed interface Final extends Signal {}

    /// Finish in good order.
    record Stop(String why) implements Final {}

    /// Nobody listens any more.
    record Abandon(String why) implements Final {}

    /// It cannot go on.
    record Fail(Failure failure) implements Final {}
}
