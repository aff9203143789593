package dev.berth.conversation;

import dev.berth.event.SessionEvent;
import dev.berth.protocol.Protocol;
import dev.berth.session.SessionKey;
import dev.berth.store.BerthStore;
import dev.berth.store.Columns;
import dev.berth.store.Conditions;
import dev.berth.store.RecordSchema;
import dev.berth.store.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.PutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// The append-only log of each session. An append is one conditional put of one batch, keyed by its first `seq`: a
/// writer that finds the key taken reads the tail and tries behind it, so many writers need no lock and no counter.
public final class EventLog {
    private static final TableSchema<LogBatch> SCHEMA = RecordSchema.of(LogBatch.class, EventLog::readBatch)
            .key(batch -> partition(batch.session()), batch -> sortKey(batch.firstSeq()))
            .text("organization", batch -> batch.session().organization())
            .text("session", batch -> batch.session().session())
            .number("firstSeq", LogBatch::firstSeq)
            .number("generation", LogBatch::generation)
            .json("sources", LogBatch::sources)
            .bytes("entries", batch -> BatchCodec.encode(batch.entries()))
            .build();

    /// Events in one item, at most: a sandbox's batch and what Berth itself adds to it.
    private static final int MAX_EVENTS = Protocol.MAX_BATCH_EVENTS + 10;

    private final DynamoDbTable<LogBatch> table;

    public EventLog(BerthStore store) {
        this.table = store.table(SCHEMA);
    }

    /// Reads where the log ends, consistently.
    public LogTail tail(SessionKey session) {
        var newest = QueryEnhancedRequest.builder()
                .queryConditional(QueryConditional.keyEqualTo(
                        Key.builder().partitionValue(partition(session)).build()))
                .scanIndexForward(false)
                .limit(1)
                .consistentRead(true)
                .build();
        return table.query(newest).stream()
                .limit(1)
                .flatMap(page -> page.items().stream())
                .findFirst()
                .map(batch -> new LogTail(session, batch.lastSeq(), batch.sources()))
                .orElseGet(() -> new LogTail(session, 0, Map.of()));
    }

    /// Makes the append part of a transaction.
    public void append(Transaction transaction, LogBatch batch) {
        transaction.insert(table, batch);
    }

    /// @return false when somebody else appended there: read the tail again
    public boolean append(LogBatch batch) {
        try {
            table.putItem(PutItemEnhancedRequest.builder(LogBatch.class)
                    .item(batch)
                    .conditionExpression(Conditions.ABSENT)
                    .build());
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    /// Events after a `seq`, in order, consistently. A batch has a longest length, so the one that holds the next
    /// event begins at most that far before it.
    public List<SessionEvent> read(SessionKey session, long after, int limit) {
        var earliestFirst = Math.max(1, after + 2 - MAX_EVENTS);
        var request = QueryEnhancedRequest.builder()
                .queryConditional(QueryConditional.sortGreaterThanOrEqualTo(
                        BerthStore.key(partition(session), sortKey(earliestFirst))))
                .consistentRead(true)
                .build();
        return table.query(request).items().stream()
                .flatMap(EventLog::events)
                .filter(event -> event.seq() > after)
                .limit(limit)
                .toList();
    }

    private static Stream<SessionEvent> events(LogBatch batch) {
        return IntStream.range(0, batch.entries().size())
                .mapToObj(index -> batch.entries().get(index).at(batch.firstSeq() + index, batch.generation()));
    }

    private static LogBatch readBatch(Columns row) {
        @SuppressWarnings("unchecked")
        Map<String, Number> sources = row.json("sources", Map.class);
        var numbers = sources.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Objects.requireNonNull(entry.getValue())
                        .longValue()));
        return new LogBatch(
                new SessionKey(row.text("organization"), row.text("session")),
                row.number("firstSeq"),
                row.integer("generation"),
                BatchCodec.decode(row.bytes("entries")),
                numbers);
    }

    public static String partition(SessionKey session) {
        return "LOG#" + session.organization() + "#" + session.session();
    }

    private static String sortKey(long firstSeq) {
        return "%012d".formatted(firstSeq);
    }
}
