package dev.berth.sandbox;

import dev.berth.conversation.Announcements;
import dev.berth.conversation.EventLog;
import dev.berth.conversation.LastDiff;
import dev.berth.conversation.LastDiffs;
import dev.berth.conversation.LogEntry;
import dev.berth.conversation.StoredObjects;
import dev.berth.event.EventData;
import dev.berth.protocol.EventBatch;
import dev.berth.protocol.SandboxAnswer;
import dev.berth.protocol.SandboxEvent;
import dev.berth.session.LifecycleEvent.TurnEnded;
import dev.berth.session.Session;
import dev.berth.session.SessionTransitions;
import dev.berth.session.SessionTransitions.Step;
import dev.berth.store.Optimistic;
import java.util.List;
import java.util.Optional;

/// Puts a sandbox's events into the log, each batch once however often it is sent. The end of a turn changes the
/// session in the same transaction.
public final class AppendBatch {
    private final EventLog log;
    private final SessionTransitions transitions;
    private final Announcements announcements;
    private final LastDiffs diffs;
    private final HearSandbox hear;

    public AppendBatch(
            EventLog log,
            SessionTransitions transitions,
            Announcements announcements,
            LastDiffs diffs,
            HearSandbox hear) {
        this.log = log;
        this.transitions = transitions;
        this.announcements = announcements;
        this.diffs = diffs;
        this.hear = hear;
    }

    public SandboxAnswer append(SandboxCaller caller, EventBatch batch) {
        var generation = caller.sandbox().generation();
        var tail = log.tail(caller.sandbox().session());
        var last = tail.lastBatchOf(generation);
        if (batch.number() != last + 1) {
            return hear.hear(caller.session(), batch.activity(), last);
        }
        noteDiff(caller, batch.events());
        var session = endsTurn(caller.session(), batch) ? endTurn(caller, batch) : caller.session();
        if (session.equals(caller.session())) {
            appendAlone(caller, batch);
        }
        return hear.hear(session, batch.activity(), batch.number());
    }

    private static boolean endsTurn(Session session, EventBatch batch) {
        var turn = session.turn();
        return turn != null && batch.events().stream().anyMatch(event -> ends(event, turn.id()));
    }

    private static boolean ends(SandboxEvent event, String turn) {
        return event.data() instanceof EventData.TurnEnded && turn.equals(event.turn());
    }

    /// @return the caller's session itself when the turn had been ended before
    private Session endTurn(SandboxCaller caller, EventBatch batch) {
        var applied = transitions.apply(caller.sandbox().session(), current -> {
            var turn = current.turn();
            var appended = log.tail(current.key()).lastBatchOf(caller.sandbox().generation()) >= batch.number();
            return turn == null || appended || !endsTurn(current, batch)
                    ? Step.of()
                    : Step.of(new TurnEnded(turn.id())).telling(entries(batch)).asBatch(batch.number());
        });
        return applied.changed() ? applied.session() : caller.session();
    }

    private void appendAlone(SandboxCaller caller, EventBatch batch) {
        var key = caller.sandbox().session();
        var generation = caller.sandbox().generation();
        long lastSeq = Optimistic.retry(() -> {
            var tail = log.tail(key);
            if (tail.lastBatchOf(generation) >= batch.number()) {
                return Optional.of(tail.lastSeq());
            }
            var next = tail.next(generation, batch.number(), entries(batch));
            return log.append(next) ? Optional.of(next.lastSeq()) : Optional.empty();
        });
        announcements.appended(key, lastSeq);
    }

    /// Before the events: a pointer to what was uploaded may come early, never late.
    private void noteDiff(SandboxCaller caller, List<SandboxEvent> events) {
        if (events.stream().anyMatch(event -> event.data() instanceof EventData.DiffUpdated)) {
            var key = caller.sandbox().session();
            var generation = caller.sandbox().generation();
            diffs.record(new LastDiff(key, generation, StoredObjects.diff(key, generation)));
        }
    }

    private static List<LogEntry> entries(EventBatch batch) {
        return batch.events().stream().map(LogEntry::of).toList();
    }
}
