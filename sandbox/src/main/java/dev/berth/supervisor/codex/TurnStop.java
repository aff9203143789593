package dev.berth.supervisor.codex;

import dev.berth.event.TurnOutcome;
import dev.berth.supervisor.process.Deadline;
import java.time.Duration;
import java.util.Map;

/// Ends a turn and what it started, and spares what earlier turns left running.
///
/// Codex ends a turn at once when it is asked to, and lets its commands run on; those it ends one by one when it is
/// asked to do that. What has left its command's group by then is found by who its ancestors are.
record TurnStop(CodexHost host, Conversation conversation, AppServer server, Hearing hearing, CodexTurn turn) {
    private static final Duration END_SEEN_WITHIN = Duration.ofSeconds(2);

    /// The end of the turn is told last.
    void make(Deadline grace) throws InterruptedException {
        turn.hold();
        try {
            ask(grace);
            server.tree().endAllBut(process -> turn.spares(process) || host.isOfCodex(process), grace);
            if (!turn.await(turn::hasEnded, Deadline.in(END_SEEN_WITHIN))) {
                force();
            }
            turn.await(() -> turn.running().isEmpty(), grace);
            hearing.giveUpCommands();
        } finally {
            turn.release();
        }
    }

    private void ask(Deadline grace) throws InterruptedException {
        server.ask("turn/interrupt", parameters("turnId", turn.id()));
        turn.await(turn::hasEnded, grace);
        for (var command : turn.running().values()) {
            if (command.processId() != null) {
                server.ask("thread/backgroundTerminals/terminate", parameters("processId", command.processId()));
            }
        }
        turn.await(() -> turn.running().isEmpty(), grace);
    }

    private void force() throws InterruptedException {
        server.tree().kill();
        if (!turn.await(turn::hasEnded, Deadline.in(END_SEEN_WITHIN))) {
            hearing.end(TurnOutcome.INTERRUPTED);
        }
    }

    private Map<String, String> parameters(String name, String value) {
        return Map.of("threadId", conversation.thread(), name, value);
    }
}
