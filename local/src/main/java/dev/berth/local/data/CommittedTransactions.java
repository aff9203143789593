package dev.berth.local.data;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/// A client that acknowledges a transaction when it is committed.
///
/// DynamoDB Local answers `TransactWriteItems` before it commits: a process killed right then loses what was
/// acknowledged. A consistent read of a written key waits for the commit. A proxy, since the SDK has no client to
/// extend.
final class CommittedTransactions implements InvocationHandler {
    private final DynamoDbClient client;
    private final Map<String, List<String>> keyNames = new ConcurrentHashMap<>();

    private CommittedTransactions(DynamoDbClient client) {
        this.client = client;
    }

    static DynamoDbClient of(DynamoDbClient client) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                new CommittedTransactions(client));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("transactWriteItems") && arguments != null) {
            return transact(arguments[0]);
        }
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    @SuppressWarnings("unchecked")
    private TransactWriteItemsResponse transact(@Nullable Object argument) {
        return switch (argument) {
            case TransactWriteItemsRequest request -> transact(request);
            case Consumer<?> changes ->
                transact(TransactWriteItemsRequest.builder()
                        .applyMutation((Consumer<TransactWriteItemsRequest.Builder>) changes)
                        .build());
            case null, default -> throw new IllegalArgumentException("Not a transaction: " + argument);
        };
    }

    private TransactWriteItemsResponse transact(TransactWriteItemsRequest request) {
        var response = client.transactWriteItems(request);
        request.transactItems().stream()
                .flatMap(item -> written(item).stream())
                .findFirst()
                .ifPresent(this::read);
        return response;
    }

    private void read(Written written) {
        client.getItem(
                read -> read.tableName(written.table()).key(written.key()).consistentRead(true));
    }

    private Optional<Written> written(TransactWriteItem item) {
        if (item.put() != null) {
            var table = item.put().tableName();
            return Optional.of(new Written(table, keyOf(table, item.put().item())));
        }
        if (item.update() != null) {
            return Optional.of(
                    new Written(item.update().tableName(), item.update().key()));
        }
        if (item.delete() != null) {
            return Optional.of(
                    new Written(item.delete().tableName(), item.delete().key()));
        }
        return Optional.empty();
    }

    private Map<String, AttributeValue> keyOf(String table, Map<String, AttributeValue> item) {
        return keyNames.computeIfAbsent(table, this::describe).stream()
                .collect(Collectors.toMap(name -> name, item::get));
    }

    private List<String> describe(String table) {
        return client.describeTable(request -> request.tableName(table)).table().keySchema().stream()
                .map(KeySchemaElement::attributeName)
                .toList();
    }

    private record Written(String table, Map<String, AttributeValue> key) {}
}
