package dev.berth.sandbox;

import dev.berth.conversation.LogEntry;
import dev.berth.conversation.MessageQueue;
import dev.berth.conversation.QueuedMessage;
import dev.berth.conversation.TakenMessages;
import dev.berth.event.Actor;
import dev.berth.event.EventData;
import dev.berth.organization.Ids;
import dev.berth.protocol.Turn;
import dev.berth.session.LifecycleEvent.TurnTaken;
import dev.berth.session.OpenTurn;
import dev.berth.session.Session;
import dev.berth.session.SessionKey;
import dev.berth.session.SessionStatus;
import dev.berth.session.SessionTransitions;
import dev.berth.session.SessionTransitions.Step;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Gives a sandbox its next message. That it was given is on record before the agent sees it: whatever happens then, it
/// is not fed again by itself.
public final class TakeTurn {
    private final SessionTransitions transitions;
    private final MessageQueue messages;
    private final TakenMessages taken;
    private final Ids ids;
    private final Clock clock;

    public TakeTurn(SessionTransitions transitions, MessageQueue messages, TakenMessages taken, Ids ids, Clock clock) {
        this.transitions = transitions;
        this.messages = messages;
        this.taken = taken;
        this.ids = ids;
        this.clock = clock;
    }

    /// Empty when nothing is queued. While a turn is open, that turn again: its answer may have been lost.
    public Optional<Turn> take(SandboxCaller caller) {
        var key = caller.sandbox().session();
        var generation = caller.sandbox().generation();
        var session =
                transitions.apply(key, current -> decide(current, generation)).session();
        var turn = session.turn();
        return turn == null || session.generation() != generation ? Optional.empty() : Optional.of(open(key, turn));
    }

    private Step decide(Session session, int generation) {
        if (session.generation() != generation
                || session.status() != SessionStatus.RUNNING
                || session.turn() != null
                || session.queuedMessages() == 0) {
            return Step.of();
        }
        var message = messages.next(session.key())
                .orElseThrow(() -> new IllegalStateException(session.key() + " counts a message that is not queued"));
        return begin(message, ids.next("trn"));
    }

    private Step begin(QueuedMessage message, String turn) {
        var started = new LogEntry(clock.instant(), turn, Actor.BERTH, new EventData.TurnStarted(message.id()));
        return Step.of(new TurnTaken(turn, message.id()))
                .telling(List.of(started))
                .with(transaction -> {
                    messages.take(transaction, message);
                    taken.put(transaction, message);
                });
    }

    private Turn open(SessionKey key, OpenTurn turn) {
        var message = taken.find(key)
                .orElseThrow(() -> new IllegalStateException(key + " has an open turn without its message"));
        return new Turn(turn.id(), message.id(), message.text(), message.mode());
    }
}
