package dev.berth.store;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Whole partitions, whatever records are in them.
public final class Partitions {
    private final DynamoDbClient client;
    private final String tableName;

    public Partitions(DynamoDbClient client, String tableName) {
        this.client = client;
        this.tableName = tableName;
    }

    /// Deletes every item of a partition; may be repeated.
    public void delete(String partition) {
        var keys = client.queryPaginator(query -> query.tableName(tableName)
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition)))
                .projectionExpression("pk, sk"));
        keys.items()
                .forEach(key -> client.deleteItem(delete -> delete.tableName(tableName)
                        .key(Map.of(BerthTable.PK, key.get(BerthTable.PK), BerthTable.SK, key.get(BerthTable.SK)))));
    }
}
