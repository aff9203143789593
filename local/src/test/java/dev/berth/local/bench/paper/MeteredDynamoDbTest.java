package dev.berth.local.bench.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.local.data.DynamoDb;
import dev.berth.store.BerthTable;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

final class MeteredDynamoDbTest {
    private final Usage usage = new Usage();
    private DynamoDb engine;
    private DynamoDbClient metered;

    @BeforeEach
    void open() {
        engine = DynamoDb.inMemory();
        engine.createTable(BerthTable.createRequest(BerthTable.NAME));
        metered = MeteredDynamoDb.of(engine.client(), usage);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aWriteCostsAUnitForEachKilobyteThatBegins() {
        put(row(2_000, false));
        assertThat(written()).isEqualTo(2);
    }

    @Test
    void anIndexThatHoldsTheRowCostsAsMuchAgain() {
        put(row(10, true));
        assertThat(written()).isEqualTo(2);
    }

    @Test
    void aSmallerRowInPlaceOfABiggerCostsWhatTheBiggerDid() {
        put(row(3_000, false));
        usage.reset();
        put(row(10, false));
        assertThat(written()).isEqualTo(3);
    }

    @Test
    void aTransactionCostsTwice() {
        metered.transactWriteItems(TransactWriteItemsRequest.builder()
                .transactItems(TransactWriteItem.builder()
                        .put(Put.builder()
                                .tableName(BerthTable.NAME)
                                .item(row(10, false))
                                .build())
                        .build())
                .build());
        assertThat(written()).isEqualTo(2);
    }

    @Test
    void aReadCostsHalfWhenItMayBeStale() {
        get(false);
        assertThat(read()).isEqualTo(0.5);
        get(true);
        assertThat(read()).isEqualTo(1.5);
    }

    private void put(Map<String, AttributeValue> row) {
        metered.putItem(
                PutItemRequest.builder().tableName(BerthTable.NAME).item(row).build());
    }

    private void get(boolean consistent) {
        metered.getItem(GetItemRequest.builder()
                .tableName(BerthTable.NAME)
                .key(Map.of("pk", text("LOG#a"), "sk", text("b")))
                .consistentRead(consistent)
                .build());
    }

    private double written() {
        return usage.of(PaidOperation.DYNAMODB_WRITE_UNIT);
    }

    private double read() {
        return usage.of(PaidOperation.DYNAMODB_READ_UNIT);
    }

    private static Map<String, AttributeValue> row(int characters, boolean listed) {
        var row = new HashMap<>(Map.of("pk", text("LOG#a"), "sk", text("b"), "text", text("x".repeat(characters))));
        if (listed) {
            row.put(BerthTable.LISTS_PK, text("l"));
            row.put(BerthTable.LISTS_SK, text("m"));
        }
        return row;
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
