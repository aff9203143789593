package dev.berth.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;

/// Reads [BerthTable#LISTS] in pages, the highest sort key first. Sort keys within a list must differ.
public final class Listing<T> {
    /// Items read for one page at most, however many of them are shown: what bounds the cost of a filter.
    private static final int MAX_READ = 500;

    private final TableSchema<T> schema;
    private final DynamoDbIndex<T> index;

    public Listing(DynamoDbTable<T> table) {
        this.schema = table.tableSchema();
        this.index = table.index(BerthTable.LISTS);
    }

    public Page<T> page(String list, PageRequest request) {
        return page(list, request, item -> true);
    }

    /// @param shown which items belong to the answer; the others are read and passed over
    /// @throws InvalidCursorException when the cursor is none of this list
    public Page<T> page(String list, PageRequest request, Predicate<T> shown) {
        var items = new ArrayList<T>();
        var after = request.cursor() == null ? null : Cursor.decode(list, request.cursor());
        for (int read = 0; read < MAX_READ && items.size() < request.limit(); ) {
            var batch = query(list, after, request.limit());
            var taken = take(batch.items(), items, request.limit(), shown);
            if (taken > 0) {
                after = sortKey(batch.items().get(taken - 1));
            }
            if (taken == batch.items().size() && batch.isLast()) {
                return new Page<>(items, null);
            }
            read += batch.items().size();
        }
        return new Page<>(items, after == null ? null : Cursor.encode(list, after));
    }

    /// @return how many of the batch were looked at before the page was full
    private static <T> int take(List<T> batch, List<T> items, int limit, Predicate<T> shown) {
        int taken = 0;
        while (taken < batch.size() && items.size() < limit) {
            var item = batch.get(taken++);
            if (shown.test(item)) {
                items.add(item);
            }
        }
        return taken;
    }

    private Batch<T> query(String list, @Nullable String after, int limit) {
        var condition = after == null
                ? QueryConditional.keyEqualTo(Key.builder().partitionValue(list).build())
                : QueryConditional.sortLessThan(
                        Key.builder().partitionValue(list).sortValue(after).build());
        return index
                .query(query -> query.queryConditional(condition)
                        .scanIndexForward(false)
                        .limit(limit))
                .stream()
                .findFirst()
                .map(page -> new Batch<>(page.items(), page.lastEvaluatedKey() == null))
                .orElseGet(() -> new Batch<>(List.of(), true));
    }

    /// What one query gave: fewer than it may, also when there is more, since DynamoDB reads 1 MB at most.
    private record Batch<T>(List<T> items, boolean isLast) {}

    private String sortKey(T item) {
        return schema.attributeValue(item, BerthTable.LISTS_SK).s();
    }
}
