package dev.berth.local.workflow;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// The table of executions: one row each by name, and an index by how they stand. Rows of definitions, which executions
/// refer to by hash, are in no index.
final class ExecutionTable {
    static final String NAME = "berth-executions";
    static final String BY_STANDING = "by-standing";

    private ExecutionTable() {}

    static void createIfAbsent(DynamoDbClient dynamo) {
        try {
            dynamo.createTable(table -> table.tableName(NAME)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(
                            attribute("name", ScalarAttributeType.S),
                            attribute("standing", ScalarAttributeType.S),
                            attribute("startedAt", ScalarAttributeType.N))
                    .keySchema(key("name", KeyType.HASH))
                    .globalSecondaryIndexes(byStanding()));
            dynamo.waiter().waitUntilTableExists(table -> table.tableName(NAME));
        } catch (ResourceInUseException e) {
            // It is there already.
        }
    }

    private static GlobalSecondaryIndex byStanding() {
        return GlobalSecondaryIndex.builder()
                .indexName(BY_STANDING)
                .keySchema(key("standing", KeyType.HASH), key("startedAt", KeyType.RANGE))
                .projection(include ->
                        include.projectionType(ProjectionType.INCLUDE).nonKeyAttributes("expiresAt"))
                .build();
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
