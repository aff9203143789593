package dev.berth.store;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// The one table: what its keys and indexes are called. `docs/data-model.md` says what is in it.
public final class BerthTable {
    public static final String NAME = "berth";
    public static final String PK = "pk";
    public static final String SK = "sk";

    /// Lists of an organization.
    public static final String LISTS = "gsi1";

    public static final String LISTS_PK = "gsi1pk";
    public static final String LISTS_SK = "gsi1sk";

    /// What is not finished, for the sweep: sparse.
    public static final String LIVE = "gsi2";

    public static final String LIVE_PK = "gsi2pk";
    public static final String LIVE_SK = "gsi2sk";

    /// Epoch seconds after which DynamoDB may remove the item; readers treat it as gone at once.
    public static final String EXPIRES_AT = "expiresAt";

    private BerthTable() {}

    public static CreateTableRequest createRequest(String tableName) {
        return CreateTableRequest.builder()
                .tableName(tableName)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        List.of(text(PK), text(SK), text(LISTS_PK), text(LISTS_SK), text(LIVE_PK), text(LIVE_SK)))
                .keySchema(keys(PK, SK))
                .globalSecondaryIndexes(index(LISTS, LISTS_PK, LISTS_SK), index(LIVE, LIVE_PK, LIVE_SK))
                .build();
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static List<KeySchemaElement> keys(String partition, String sort) {
        return List.of(
                KeySchemaElement.builder()
                        .attributeName(partition)
                        .keyType(KeyType.HASH)
                        .build(),
                KeySchemaElement.builder()
                        .attributeName(sort)
                        .keyType(KeyType.RANGE)
                        .build());
    }

    private static GlobalSecondaryIndex index(String name, String partition, String sort) {
        return GlobalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(keys(partition, sort))
                .projection(projection -> projection.projectionType(ProjectionType.ALL))
                .build();
    }
}
