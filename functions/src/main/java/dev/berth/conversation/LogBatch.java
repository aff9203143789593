package dev.berth.conversation;

import dev.berth.session.SessionKey;
import java.util.List;
import java.util.Map;

/// Some consecutive events of one generation: one item of the log, keyed by its first `seq`.
///
/// @param sources the last batch number of each generation's sandbox that is in the log up to here
public record LogBatch(
        SessionKey session, long firstSeq, int generation, List<LogEntry> entries, Map<String, Long> sources) {
    public LogBatch {
        entries = List.copyOf(entries);
        sources = Map.copyOf(sources);
    }

    public long lastSeq() {
        return firstSeq + entries.size() - 1;
    }
}
