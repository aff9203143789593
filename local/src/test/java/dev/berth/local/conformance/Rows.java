package dev.berth.local.conformance;

import dev.berth.store.BerthTable;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Lets time pass for single rows, where a test would have to wait a minute.
record Rows(DynamoDbClient dynamoDb) {
    private static final String LONG_AGO = "\"requestedAt\":\"2020-01-01T00:00:00Z\"";

    /// The newest build of a profile's snapshot was asked for long ago.
    void requestedLongAgo(String profile) {
        var row = row("profile = :id AND begins_with(sk, :kind)", profile, "snapshot");
        var build = Objects.requireNonNull(row.get("build")).s().replaceFirst("\"requestedAt\":\"[^\"]*\"", LONG_AGO);
        set(row, "build", AttributeValue.fromS(build));
    }

    /// The session is idle as soon as nothing happens in it for a second.
    void idleAfterASecond(String session) {
        var row = row("#session = :id AND begins_with(pk, :kind) AND attribute_exists(task)", session, "SES#");
        set(row, "idleTimeoutSeconds", AttributeValue.fromN("1"));
    }

    private void set(Map<String, AttributeValue> row, String column, AttributeValue value) {
        dynamoDb.updateItem(update -> update.tableName(BerthTable.NAME)
                .key(Map.of("pk", row.get("pk"), "sk", row.get("sk")))
                .updateExpression("SET #column = :value")
                .expressionAttributeNames(Map.of("#column", column))
                .expressionAttributeValues(Map.of(":value", value)));
    }

    private Map<String, AttributeValue> row(String filter, String id, String kind) {
        return dynamoDb
                .scanPaginator(scan -> {
                    scan.tableName(BerthTable.NAME)
                            .consistentRead(true)
                            .filterExpression(filter)
                            .expressionAttributeValues(
                                    Map.of(":id", AttributeValue.fromS(id), ":kind", AttributeValue.fromS(kind)));
                    if (filter.contains("#session")) {
                        scan.expressionAttributeNames(Map.of("#session", "session"));
                    }
                })
                .items()
                .stream()
                .findFirst()
                .orElseThrow();
    }
}
