package dev.berth.session;

import dev.berth.conversation.EventLog;
import dev.berth.conversation.LogBatch;
import dev.berth.conversation.LogEntry;
import dev.berth.conversation.LogTail;
import dev.berth.event.EventData;
import dev.berth.store.BerthStore;
import dev.berth.store.Transaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The one way a session's record is written: conditional on the revision read, together with the events that tell of
/// it, and followed by what it sets off.
public final class SessionWriter {
    static final Consumer<Transaction> NOTHING_MORE = _ -> {};

    private final BerthStore store;
    private final Sessions sessions;
    private final EventLog log;
    private final SessionEffects effects;
    private final Clock clock;

    public SessionWriter(BerthStore store, Sessions sessions, EventLog log, SessionEffects effects, Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.log = log;
        this.effects = effects;
        this.clock = clock;
    }

    /// What the log is told together with a change.
    ///
    /// @param batchNumber when it is a sandbox's batch, its number; else 0
    record Told(List<LogEntry> entries, long batchNumber) {
        static Told of(LogEntry... entries) {
            return new Told(List.of(entries), 0);
        }

        LogBatch behind(LogTail tail, int generation, List<LogEntry> all) {
            return batchNumber == 0 ? tail.next(generation, all) : tail.next(generation, batchNumber, all);
        }
    }

    /// Writes a session that does not exist yet.
    ///
    /// @param more what becomes true together with it, as it is written
    /// @return as it was written; empty when another write came between: read and decide again
    Optional<Session> create(Session session, Told told, BiConsumer<Transaction, Session> more) {
        return write(null, session, told, more);
    }

    /// Writes what a transition made of a session.
    ///
    /// @return as it was written; empty when another write came between: read and decide again
    Optional<Session> replace(Session before, Session after, Told told, Consumer<Transaction> more) {
        var alone = told.entries().isEmpty() && more == NOTHING_MORE && before.status() == after.status();
        if (!alone) {
            return write(before, after, told, (transaction, _) -> more.accept(transaction));
        }
        if (!sessions.replace(before, after)) {
            return Optional.empty();
        }
        effects.after(before, after, 0);
        return Optional.of(after);
    }

    private Optional<Session> write(
            @Nullable Session before, Session after, Told told, BiConsumer<Transaction, Session> more) {
        var transaction = store.transaction();
        var written = after;
        var lastSeq = 0L;
        var all = withStatusEvent(before, after, told.entries());
        if (!all.isEmpty()) {
            var batch = told.behind(log.tail(after.key()), after.generation(), all);
            log.append(transaction, batch);
            lastSeq = batch.lastSeq();
            written = after.adjusted(change -> change.lastEventSeq = batch.lastSeq());
        }
        if (before == null) {
            sessions.insert(transaction, written);
        } else {
            sessions.replace(transaction, before, written);
        }
        more.accept(transaction, written);
        if (!transaction.commit()) {
            return Optional.empty();
        }
        effects.after(before, written, lastSeq);
        return Optional.of(written);
    }

    private List<LogEntry> withStatusEvent(@Nullable Session before, Session after, List<LogEntry> entries) {
        if (before != null && before.status() == after.status() && before.run() == after.run()) {
            return entries;
        }
        var all = new ArrayList<>(entries);
        var now = clock.instant();
        var reason = after.reason();
        all.add(LogEntry.berth(
                now,
                new EventData.SessionStatus(after.status().wireName(), reason == null ? null : reason.wireName())));
        if (after.status() == SessionStatus.FAILED && after.failure() != null) {
            all.add(LogEntry.berth(now, EventData.Error.of(after.failure())));
        }
        return all;
    }
}
