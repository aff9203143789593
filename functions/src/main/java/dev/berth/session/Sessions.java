package dev.berth.session;

import dev.berth.store.BerthStore;
import dev.berth.store.BerthTable;
import dev.berth.store.Conditions;
import dev.berth.store.Transaction;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.PutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// The sessions' rows.
public final class Sessions {
    private final DynamoDbTable<Session> table;

    public Sessions(BerthStore store) {
        this.table = store.table(SessionRows.SCHEMA);
    }

    /// Reads a session consistently, also a deleted one.
    public Optional<Session> find(SessionKey key) {
        return Optional.ofNullable(
                table.getItem(get -> get.key(BerthStore.key(SessionRows.partition(key), SessionRows.SORT_KEY))
                        .consistentRead(true)));
    }

    /// Sessions that have not ended, of every organization; as fresh as the index is.
    public Stream<Session> live() {
        return IntStream.range(0, SessionRows.LIVE_SHARDS)
                .mapToObj(SessionRows::liveShard)
                .flatMap(this::inIndex);
    }

    /// Sessions that were deleted, have ended and are to be removed.
    Stream<Session> deleted() {
        return inIndex(SessionRows.DELETED);
    }

    /// Ended sessions whose archive is there, and whose last run ended before then.
    Stream<Session> keptUntil(Instant before) {
        return IntStream.range(0, SessionRows.LIVE_SHARDS)
                .mapToObj(SessionRows::keptShard)
                .flatMap(shard -> inIndex(QueryConditional.sortLessThan(Key.builder()
                        .partitionValue(shard)
                        .sortValue(SessionRows.keptSort(before))
                        .build())));
    }

    private Stream<Session> inIndex(String partition) {
        return inIndex(QueryConditional.keyEqualTo(
                Key.builder().partitionValue(partition).build()));
    }

    private Stream<Session> inIndex(QueryConditional condition) {
        return table.index(BerthTable.LIVE).query(condition).stream().flatMap(page -> page.items().stream());
    }

    /// The table, for a list query over [BerthTable#LISTS].
    public DynamoDbTable<Session> table() {
        return table;
    }

    public static String listPartition(String organization) {
        return SessionRows.listPartition(organization);
    }

    void insert(Transaction transaction, Session session) {
        transaction.insert(table, session);
    }

    void replace(Transaction transaction, Session before, Session after) {
        transaction.put(table, after, Conditions.unchanged(SessionRows.REVISION, before.revision()));
    }

    /// Writes one session alone: half the price of a transaction.
    ///
    /// @return false when another write came between
    boolean replace(Session before, Session after) {
        try {
            table.putItem(PutItemEnhancedRequest.builder(Session.class)
                    .item(after)
                    .conditionExpression(Conditions.unchanged(SessionRows.REVISION, before.revision()))
                    .build());
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }
}
