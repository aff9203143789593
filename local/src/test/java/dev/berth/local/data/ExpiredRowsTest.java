package dev.berth.local.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.store.BerthTable;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ExpiredRowsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final DynamoDb dynamoDb = DynamoDb.inMemory();

    @BeforeEach
    void makeTheTable() {
        dynamoDb.createTable(BerthTable.createRequest(BerthTable.NAME));
    }

    @AfterEach
    void endTheEngine() {
        dynamoDb.close();
    }

    @Test
    void onlyRowsWhoseTimeHasPassedAreRemoved() {
        put("passed", NOW.minusSeconds(1));
        put("to come", NOW.plusSeconds(1));
        dynamoDb.client().putItem(put -> put.tableName(BerthTable.NAME)
                .item(Map.of("pk", AttributeValue.fromS("for ever"), "sk", AttributeValue.fromS("row"))));

        new ExpiredRows(dynamoDb.client(), BerthTable.NAME).remove(NOW);

        var left =
                dynamoDb.client().scan(scan -> scan.tableName(BerthTable.NAME)).items();
        assertThat(left)
                .extracting(row -> Objects.requireNonNull(row.get("pk")).s())
                .containsExactlyInAnyOrder("to come", "for ever");
    }

    private void put(String name, Instant expiresAt) {
        dynamoDb.client().putItem(put -> put.tableName(BerthTable.NAME)
                .item(Map.of(
                        "pk", AttributeValue.fromS(name),
                        "sk", AttributeValue.fromS("row"),
                        "expiresAt", AttributeValue.fromN(Long.toString(expiresAt.getEpochSecond())))));
    }
}
