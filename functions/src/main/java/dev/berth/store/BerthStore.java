package dev.berth.store;

import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The one table, seen through a record's schema.
public final class BerthStore {
    private final DynamoDbEnhancedClient client;
    private final String tableName;

    public BerthStore(DynamoDbClient client, String tableName) {
        this.client = DynamoDbEnhancedClient.builder()
                .dynamoDbClient(client)
                .extensions()
                .build();
        this.tableName = tableName;
    }

    public <T> DynamoDbTable<T> table(TableSchema<T> schema) {
        return client.table(tableName, schema);
    }

    public Transaction transaction() {
        return new Transaction(client);
    }

    public static Key key(String partition, String sort) {
        return Key.builder().partitionValue(partition).sortValue(sort).build();
    }
}
