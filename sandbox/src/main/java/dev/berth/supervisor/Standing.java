package dev.berth.supervisor;

import dev.berth.protocol.SandboxAnswer;
import dev.berth.protocol.Turn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the supervisor stands, and what it does next.
///
/// @param queuedMessages as the control plane last said
/// @param interrupt the turn that is to be ended
record Standing(Work work, int queuedMessages, @Nullable String interrupt) {
    static final Standing IDLE = new Standing(new Work.None(), 0, null);

    /// What it has at hand.
    sealed interface Work {
        record None() implements Work {}

        /// Has asked for a turn.
        record Taking() implements Work {}

        record Running(Turn turn) implements Work {}

        record Interrupting(Turn turn) implements Work {}

        /// Its end is said, and not yet acknowledged.
        ///
        /// @param mark of the outbox
        record Ended(long mark) implements Work {}
    }

    enum Step {
        WAIT,
        TAKE_TURN,
        INTERRUPT
    }

    Step next() {
        return switch (work) {
            case Work.None() -> queuedMessages > 0 ? Step.TAKE_TURN : Step.WAIT;
            case Work.Running(var turn) -> turn.turn().equals(interrupt) ? Step.INTERRUPT : Step.WAIT;
            case Work.Taking(), Work.Interrupting _, Work.Ended _ -> Step.WAIT;
        };
    }

    Optional<Turn> turn() {
        return switch (work) {
            case Work.Running(var turn) -> Optional.of(turn);
            case Work.Interrupting(var turn) -> Optional.of(turn);
            case Work.None(), Work.Taking(), Work.Ended _ -> Optional.empty();
        };
    }

    Standing told(SandboxAnswer answer) {
        return new Standing(work, answer.queuedMessages(), answer.interruptTurn());
    }

    /// Most often it is a message that waits. To ask for it at once, beside the heartbeat that tells of all else, saves
    /// a message the time of one answer.
    Standing woken() {
        return work instanceof Work.None ? new Standing(work, Math.max(1, queuedMessages), interrupt) : this;
    }

    Standing at(Work now) {
        return new Standing(now, queuedMessages, interrupt);
    }

    Standing withNothingQueued() {
        return new Standing(new Work.None(), 0, interrupt);
    }
}
