package dev.berth.conversation;

import dev.berth.session.SessionKey;
import dev.berth.store.BerthStore;
import dev.berth.store.Conditions;
import dev.berth.store.RecordSchema;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.PutItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// Each session's last diff: readable when its sandbox is long gone.
public final class LastDiffs {
    private static final String SORT_KEY = "DIFF";
    private static final TableSchema<LastDiff> SCHEMA = RecordSchema.of(
                    LastDiff.class,
                    row -> new LastDiff(
                            new SessionKey(row.text("organization"), row.text("session")),
                            row.integer("generation"),
                            row.text("objectKey")))
            .key(diff -> partition(diff.session()), _ -> SORT_KEY)
            .text("organization", diff -> diff.session().organization())
            .text("session", diff -> diff.session().session())
            .number("generation", LastDiff::generation)
            .text("objectKey", LastDiff::objectKey)
            .build();

    private final DynamoDbTable<LastDiff> table;

    public LastDiffs(BerthStore store) {
        this.table = store.table(SCHEMA);
    }

    public Optional<LastDiff> find(SessionKey session) {
        return Optional.ofNullable(table.getItem(
                get -> get.key(BerthStore.key(partition(session), SORT_KEY)).consistentRead(true)));
    }

    /// A sandbox of an earlier generation that is late changes nothing.
    public void record(LastDiff diff) {
        try {
            table.putItem(PutItemEnhancedRequest.builder(LastDiff.class)
                    .item(diff)
                    .conditionExpression(Conditions.notAbove("generation", diff.generation()))
                    .build());
        } catch (ConditionalCheckFailedException _) {
            // The newer one stands.
        }
    }

    private static String partition(SessionKey session) {
        return "SES#" + session.organization() + "#" + session.session();
    }
}
