package dev.berth.session;

import dev.berth.conversation.EventLog;
import dev.berth.conversation.LogEntry;
import dev.berth.event.EventData;
import dev.berth.store.BerthStore;
import dev.berth.store.Transaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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

    /// Writes a session that does not exist yet.
    ///
    /// @param more what becomes true together with it
    /// @return false when another write came between: read and decide again
    public boolean create(Session session, List<LogEntry> entries, Consumer<Transaction> more) {
        return write(null, session, entries, more);
    }

    /// Writes what a transition made of a session.
    ///
    /// @return false when another write came between: read and decide again
    public boolean replace(Session before, Session after) {
        return replace(before, after, List.of(), NOTHING_MORE);
    }

    public boolean replace(Session before, Session after, List<LogEntry> entries) {
        return replace(before, after, entries, NOTHING_MORE);
    }

    public boolean replace(Session before, Session after, List<LogEntry> entries, Consumer<Transaction> more) {
        var silent = entries.isEmpty() && more == NOTHING_MORE && before.status() == after.status();
        if (!silent) {
            return write(before, after, entries, more);
        }
        var written = sessions.replace(before, after);
        if (written) {
            effects.after(before, after, 0);
        }
        return written;
    }

    private boolean write(@Nullable Session before, Session after, List<LogEntry> entries, Consumer<Transaction> more) {
        var transaction = store.transaction();
        var lastSeq = 0L;
        var all = withStatusEvent(before, after, entries);
        var written = after;
        if (!all.isEmpty()) {
            var batch = log.tail(after.key()).next(after.generation(), all);
            log.append(transaction, batch);
            lastSeq = batch.lastSeq();
            written = after.adjusted(change -> change.lastEventSeq = batch.lastSeq());
        }
        if (before == null) {
            sessions.insert(transaction, written);
        } else {
            sessions.replace(transaction, before, written);
        }
        more.accept(transaction);
        if (!transaction.commit()) {
            return false;
        }
        effects.after(before, written, lastSeq);
        return true;
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
