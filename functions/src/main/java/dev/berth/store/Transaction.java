package dev.berth.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactDeleteItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Writes that become true together or not at all. Each has a condition, and may name the exception that says what it
/// means when that condition does not hold; without one, a failed condition is a conflict with somebody else's write,
/// to be read and decided again.
public final class Transaction {
    private final DynamoDbEnhancedClient client;
    private final TransactWriteItemsEnhancedRequest.Builder request = TransactWriteItemsEnhancedRequest.builder();
    private final List<@Nullable Supplier<? extends RuntimeException>> meanings = new ArrayList<>();

    Transaction(DynamoDbEnhancedClient client) {
        this.client = client;
    }

    /// Puts an item where none is.
    public <T> Transaction insert(DynamoDbTable<T> table, T item) {
        return addPut(table, item, Conditions.ABSENT, null);
    }

    /// Puts an item where none is; `meaning` says what it means when one is there.
    public <T> Transaction insert(DynamoDbTable<T> table, T item, Supplier<? extends RuntimeException> meaning) {
        return addPut(table, item, Conditions.ABSENT, meaning);
    }

    /// Puts an item whatever is there.
    public <T> Transaction put(DynamoDbTable<T> table, T item) {
        return addPut(table, item, null, null);
    }

    public <T> Transaction put(DynamoDbTable<T> table, T item, Expression condition) {
        return addPut(table, item, condition, null);
    }

    /// Puts an item under a condition; `meaning` says what it means when that does not hold.
    public <T> Transaction put(
            DynamoDbTable<T> table, T item, Expression condition, Supplier<? extends RuntimeException> meaning) {
        return addPut(table, item, condition, meaning);
    }

    public <T> Transaction delete(DynamoDbTable<T> table, Key key) {
        request.addDeleteItem(
                table, TransactDeleteItemEnhancedRequest.builder().key(key).build());
        meanings.add(null);
        return this;
    }

    public <T> Transaction delete(DynamoDbTable<T> table, Key key, Expression condition) {
        request.addDeleteItem(
                table,
                TransactDeleteItemEnhancedRequest.builder()
                        .key(key)
                        .conditionExpression(condition)
                        .build());
        meanings.add(null);
        return this;
    }

    /// Asks that a condition holds of an item that is not written.
    public <T> Transaction check(DynamoDbTable<T> table, Key key, Expression condition) {
        request.addConditionCheck(
                table,
                ConditionCheck.builder().key(key).conditionExpression(condition).build());
        meanings.add(null);
        return this;
    }

    /// @return false when another write came between: read and decide again
    public boolean commit() {
        try {
            client.transactWriteItems(request.build());
            return true;
        } catch (TransactionCanceledException cancelled) {
            throwMeaning(cancelled);
            return false;
        }
    }

    private <T> Transaction addPut(
            DynamoDbTable<T> table,
            T item,
            @Nullable Expression condition,
            @Nullable Supplier<? extends RuntimeException> meaning) {
        var put = TransactPutItemEnhancedRequest.builder(
                        table.tableSchema().itemType().rawClass())
                .item(item);
        if (condition != null) {
            put.conditionExpression(condition);
        }
        request.addPutItem(table, put.build());
        meanings.add(meaning);
        return this;
    }

    private void throwMeaning(TransactionCanceledException cancelled) {
        var reasons = cancelled.cancellationReasons();
        for (int i = 0; i < reasons.size(); i++) {
            var code = reasons.get(i).code();
            var meaning = meanings.get(i);
            if ("ConditionalCheckFailed".equals(code) && meaning != null) {
                throw meaning.get();
            }
            if (!isConflict(code)) {
                throw cancelled;
            }
        }
    }

    private static boolean isConflict(@Nullable String code) {
        return code == null
                || code.equals("None")
                || code.equals("ConditionalCheckFailed")
                || code.equals("TransactionConflict");
    }
}
