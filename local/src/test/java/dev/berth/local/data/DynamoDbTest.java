package dev.berth.local.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.dynamodbv2.local.monitoring.Telemetry;
import dev.berth.store.BerthTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

final class DynamoDbTest {
    private Path folder;

    private DynamoDb database;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
        database = DynamoDb.inFolder(folder);
        database.createTable(BerthTable.createRequest(BerthTable.NAME));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aTableMayBeMadeTwice() {
        database.createTable(BerthTable.createRequest(BerthTable.NAME));
        assertThat(database.client().listTables().tableNames()).containsExactly(BerthTable.NAME);
    }

    @Test
    void transactionsOfEveryKindOfWriteAreCommitted() {
        var client = database.client();
        client.transactWriteItems(transaction(put("a"), put("b")));
        client.transactWriteItems(request -> request.transactItems(update("a"), delete("b")));
        assertThat(read(client, "a")).containsKey("touched");
        assertThat(read(client, "b")).isEmpty();
    }

    @Test
    void rowsAreThereAfterARestart() {
        database.client().transactWriteItems(transaction(put("kept")));
        database.close();
        database = DynamoDb.inFolder(folder);
        assertThat(read(database.client(), "kept")).isNotEmpty();
    }

    @Test
    void theEngineReportsToNobody() throws IOException {
        assertThat(Telemetry.getTelemetry()).isEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files).isNotEmpty();
        }
    }

    private static TransactWriteItemsRequest transaction(TransactWriteItem... items) {
        return TransactWriteItemsRequest.builder().transactItems(items).build();
    }

    private static TransactWriteItem put(String id) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(BerthTable.NAME).item(key(id)))
                .build();
    }

    private static TransactWriteItem update(String id) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(BerthTable.NAME)
                        .key(key(id))
                        .updateExpression("SET touched = :yes")
                        .expressionAttributeValues(Map.of(":yes", AttributeValue.fromBool(true))))
                .build();
    }

    private static TransactWriteItem delete(String id) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(BerthTable.NAME).key(key(id)))
                .build();
    }

    private static Map<String, AttributeValue> read(DynamoDbClient client, String id) {
        return client.getItem(get -> get.tableName(BerthTable.NAME).key(key(id)).consistentRead(true))
                .item();
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of(BerthTable.PK, AttributeValue.fromS(id), BerthTable.SK, AttributeValue.fromS("row"));
    }
}
