package dev.berth.infra.data;

import dev.berth.infra.settings.Installation;
import dev.berth.store.BerthTable;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/// The one table of `docs/data-model.md`: paid by use, restorable to any second of 35 days.
final class SessionTable extends Construct {
    private final Table table;

    SessionTable(Construct scope, String id, Installation installation) {
        super(scope, id);
        var keep = installation.retention().keepData();
        var builder = Table.Builder.create(this, "Table")
                .tableName(installation.name())
                .partitionKey(text(BerthTable.PK))
                .sortKey(text(BerthTable.SK))
                .timeToLiveAttribute(BerthTable.EXPIRES_AT)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .build())
                .deletionProtection(keep)
                .removalPolicy(keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
                .encryption(TableEncryption.DEFAULT);
        installation.dataKeyArn().ifPresent(arn -> builder.encryption(TableEncryption.CUSTOMER_MANAGED)
                .encryptionKey(Key.fromKeyArn(this, "Key", arn)));
        this.table = builder.build();
        index(BerthTable.LISTS, BerthTable.LISTS_PK, BerthTable.LISTS_SK);
        index(BerthTable.LIVE, BerthTable.LIVE_PK, BerthTable.LIVE_SK);
    }

    String name() {
        return table.getTableName();
    }

    /// Of the table and each of its indexes.
    List<String> arns() {
        var arn = table.getTableArn();
        return List.of(arn, arn + "/index/" + BerthTable.LISTS, arn + "/index/" + BerthTable.LIVE);
    }

    private void index(String name, String partition, String sort) {
        table.addGlobalSecondaryIndex(GlobalSecondaryIndexProps.builder()
                .indexName(name)
                .partitionKey(text(partition))
                .sortKey(text(sort))
                .projectionType(ProjectionType.ALL)
                .build());
    }

    private static Attribute text(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }
}
