package dev.berth.local.bench.paper;

import dev.berth.store.BerthTable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/// A client that counts what its calls cost by the sizes of items, as DynamoDB bills them: the engine on this machine
/// says it otherwise. A write whose condition fails costs the same.
final class MeteredDynamoDb implements InvocationHandler {
    /// A transaction prepares and commits each of its writes.
    private static final int IN_TRANSACTION = 2;

    private final DynamoDbClient client;
    private final Usage usage;
    private final Map<String, Stored> stored = new ConcurrentHashMap<>();

    private record Stored(int bytes, int indexes) {
        static final Stored NOTHING = new Stored(0, 0);
    }

    private MeteredDynamoDb(DynamoDbClient client, Usage usage) {
        this.client = client;
        this.usage = usage;
    }

    static DynamoDbClient of(DynamoDbClient client, Usage usage) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                new MeteredDynamoDb(client, usage));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (arguments != null && arguments.length == 1) {
            countWrites(arguments[0]);
        }
        try {
            Object answer = method.invoke(client, arguments);
            if (arguments != null && arguments.length == 1) {
                countReads(arguments[0], answer);
            }
            return answer;
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private void countWrites(@Nullable Object request) {
        switch (request) {
            case PutItemRequest put -> put(put.item(), 1);
            case DeleteItemRequest delete -> delete(delete.key(), 1);
            case TransactWriteItemsRequest transaction ->
                transaction.transactItems().forEach(this::countWrite);
            case null, default -> {}
        }
    }

    private void countWrite(TransactWriteItem write) {
        if (write.put() != null) {
            put(write.put().item(), IN_TRANSACTION);
        } else if (write.delete() != null) {
            delete(write.delete().key(), IN_TRANSACTION);
        } else if (write.conditionCheck() != null) {
            String checked = key(write.conditionCheck().key());
            charge(checked, Stored.NOTHING, stored.getOrDefault(checked, Stored.NOTHING), IN_TRANSACTION);
        } else {
            throw new IllegalStateException("No store of ours updates in place");
        }
    }

    private void countReads(@Nullable Object request, @Nullable Object answer) {
        if (request instanceof GetItemRequest get && answer instanceof GetItemResponse found) {
            read(found.hasItem() ? CapacityUnits.bytes(found.item()) : 0, get.consistentRead());
        } else if (request instanceof QueryRequest query && answer instanceof QueryResponse found) {
            read(found.items().stream().mapToInt(CapacityUnits::bytes).sum(), query.consistentRead());
        }
    }

    private void read(int bytes, @Nullable Boolean consistent) {
        usage.add(PaidOperation.DYNAMODB_READ_UNIT, CapacityUnits.read(bytes, Boolean.TRUE.equals(consistent)));
    }

    private void put(Map<String, AttributeValue> item, int times) {
        Stored now = new Stored(CapacityUnits.bytes(item), indexes(item));
        Stored before = stored.put(key(item), now);
        charge(key(item), before == null ? Stored.NOTHING : before, now, times);
    }

    private void delete(Map<String, AttributeValue> key, int times) {
        Stored before = stored.remove(key(key));
        charge(key(key), before == null ? Stored.NOTHING : before, Stored.NOTHING, times);
    }

    /// The bigger of before and after, and once more for each index that holds or held the item.
    private void charge(String key, Stored before, Stored after, int times) {
        int units = CapacityUnits.written(Math.max(before.bytes(), after.bytes()));
        int indexes = Math.max(before.indexes(), after.indexes());
        usage.addWrite(key.substring(0, key.indexOf('#') + 1), units * (double) (times + indexes));
    }

    private static int indexes(Map<String, AttributeValue> item) {
        return (int) Stream.of(BerthTable.LISTS_PK, BerthTable.LIVE_PK)
                .filter(item::containsKey)
                .count();
    }

    private static String key(Map<String, AttributeValue> item) {
        return text(item, BerthTable.PK) + " " + text(item, BerthTable.SK);
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name).s();
    }
}
