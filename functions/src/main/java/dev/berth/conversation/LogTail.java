package dev.berth.conversation;

import dev.berth.session.SessionKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where a log ends: enough to say what comes next, and whether a sandbox's batch is in it already, also when other
/// writers have appended since.
public record LogTail(SessionKey session, long lastSeq, Map<String, Long> sources) {
    public LogTail {
        sources = Map.copyOf(sources);
    }

    /// The highest batch number of that generation's sandbox in the log; 0 for none.
    public long lastBatchOf(int generation) {
        return sources.getOrDefault(source(generation), 0L);
    }

    public LogBatch next(int generation, List<LogEntry> entries) {
        return new LogBatch(session, lastSeq + 1, generation, entries, sources);
    }

    public LogBatch next(int generation, long batchNumber, List<LogEntry> entries) {
        var withThis = new HashMap<>(sources);
        withThis.put(source(generation), batchNumber);
        return new LogBatch(session, lastSeq + 1, generation, entries, withThis);
    }

    private static String source(int generation) {
        return Integer.toString(generation);
    }
}
