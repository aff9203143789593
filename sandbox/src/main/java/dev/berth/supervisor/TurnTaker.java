package dev.berth.supervisor;

import dev.berth.protocol.Turn;
import dev.berth.supervisor.control.ControlPlane;
import dev.berth.supervisor.control.GenerationEnded;
import dev.berth.supervisor.control.Pause;
import dev.berth.supervisor.control.Persistence;
import dev.berth.supervisor.control.Persistence.Settled;
import java.util.Optional;

/// Asks for a turn, beside the thread that must hear of a stop meanwhile.
record TurnTaker(ControlPlane controlPlane, Persistence persistence, Mailbox mailbox) {
    void take() {
        Thread.ofVirtual().name("turn taker").start(() -> {
            try {
                mailbox.put(new Signal.TurnTaken(ask()));
            } catch (GenerationEnded e) {
                mailbox.put(new Signal.Abandon(String.valueOf(e.getMessage())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// A refusal counts as nothing to do: the next answer says whether there is.
    private Optional<Turn> ask() throws GenerationEnded, InterruptedException {
        return switch (persistence.untilAnswered(controlPlane::takeTurn, Pause.whole())) {
            case Settled.Answered<Optional<Turn>>(var turn) -> turn;
            case Settled.Refused<Optional<Turn>>(var status, var detail) -> {
                System.err.println("No turn was given: %d %s".formatted(status, detail));
                yield Optional.empty();
            }
        };
    }
}
