package dev.berth.local.data;

import dev.berth.store.BerthTable;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Removes rows whose time has passed, as DynamoDB does by itself and the engines of one machine do not.
public final class ExpiredRows {
    private final DynamoDbClient client;
    private final String tableName;

    public ExpiredRows(DynamoDbClient client, String tableName) {
        this.client = client;
        this.tableName = tableName;
    }

    /// Reads the whole table: for one machine, now and then.
    public void remove(Instant now) {
        var expired = client.scanPaginator(scan -> scan.tableName(tableName)
                .filterExpression("#expiresAt < :now")
                .expressionAttributeNames(Map.of("#expiresAt", BerthTable.EXPIRES_AT))
                .expressionAttributeValues(Map.of(":now", AttributeValue.fromN(Long.toString(now.getEpochSecond()))))
                .projectionExpression("pk, sk"));
        expired.items()
                .forEach(row -> client.deleteItem(delete -> delete.tableName(tableName)
                        .key(Map.of(BerthTable.PK, row.get(BerthTable.PK), BerthTable.SK, row.get(BerthTable.SK)))
                        .conditionExpression("#expiresAt < :now")
                        .expressionAttributeNames(Map.of("#expiresAt", BerthTable.EXPIRES_AT))
                        .expressionAttributeValues(
                                Map.of(":now", AttributeValue.fromN(Long.toString(now.getEpochSecond()))))));
    }
}
