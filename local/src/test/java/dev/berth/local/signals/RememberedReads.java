package dev.berth.local.signals;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.paginators.QueryIterable;

/// A store that is asked only what is not known already, for one thread that is its only writer: most of what a play
/// costs is reading what it wrote. Every write is the store's, with its conditions; an item that was put is known then,
/// and the answers about its partition are forgotten. After any other write nothing is known.
final class RememberedReads implements InvocationHandler {
    private final DynamoDbClient client;
    private final Map<String, Map<Object, Object>> knownByPartition = new HashMap<>();

    private RememberedReads(DynamoDbClient client) {
        this.client = client;
    }

    static DynamoDbClient of(DynamoDbClient client) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                new RememberedReads(client));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        return switch (arguments == null ? null : arguments[0]) {
            case GetItemRequest get -> known(partition(get.key()), get.key(), method, get);
            case QueryRequest query
            when method.getName().equals("queryPaginator") -> new QueryIterable((DynamoDbClient) proxy, query);
            case QueryRequest query when query.indexName() == null -> known(partition(query), query, method, query);
            case QueryRequest _ -> call(method, arguments);
            case null, default -> {
                var answer = call(method, arguments);
                learn(arguments == null ? null : arguments[0]);
                yield answer;
            }
        };
    }

    private Object known(String partition, Object question, Method method, Object request) throws Throwable {
        var known = knownByPartition.computeIfAbsent(partition, _ -> new HashMap<>());
        var answer = known.get(question);
        if (answer == null) {
            answer = call(method, new Object[] {request});
            known.put(question, answer);
        }
        return answer;
    }

    private void learn(@Nullable Object written) {
        switch (written) {
            case PutItemRequest put -> learnItem(put.item());
            case DeleteItemRequest delete -> forget(delete.key());
            case TransactWriteItemsRequest transaction ->
                transaction.transactItems().forEach(this::learnPart);
            case null, default -> knownByPartition.clear();
        }
    }

    private void learnPart(TransactWriteItem part) {
        if (part.put() != null) {
            learnItem(part.put().item());
        } else if (part.delete() != null) {
            forget(part.delete().key());
        } else if (part.update() != null) {
            forget(part.update().key());
        }
    }

    private void learnItem(Map<String, AttributeValue> item) {
        var key = Map.of("pk", value(item, "pk"), "sk", value(item, "sk"));
        forget(key);
        knownByPartition
                .computeIfAbsent(partition(key), _ -> new HashMap<>())
                .put(key, GetItemResponse.builder().item(item).build());
    }

    /// All queries of the partition, and this item.
    private void forget(Map<String, AttributeValue> key) {
        knownByPartition
                .getOrDefault(partition(key), new HashMap<>())
                .keySet()
                .removeIf(question -> question instanceof QueryRequest || question.equals(key));
    }

    private static String partition(Map<String, AttributeValue> key) {
        return value(key, "pk").s();
    }

    /// Named as the Enhanced Client does.
    private static String partition(QueryRequest query) {
        return value(query.expressionAttributeValues(), ":AMZN_MAPPED_pk").s();
    }

    private static AttributeValue value(Map<String, AttributeValue> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    private Object call(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
