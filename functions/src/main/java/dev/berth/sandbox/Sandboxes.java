package dev.berth.sandbox;

import dev.berth.profile.Draft;
import dev.berth.session.SessionKey;
import dev.berth.session.WorkspaceArchive;
import dev.berth.snapshot.Artifact;
import dev.berth.store.BerthStore;
import dev.berth.store.Columns;
import dev.berth.store.RecordSchema;
import dev.berth.store.Transaction;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.PutItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// The sandboxes' rows. They are found by an id that only its own token carries, so the organization is not part of
/// the key.
public final class Sandboxes {
    private static final String SORT_KEY = "SANDBOX";

    /// How long a row outlives the longest life of its sandbox: nothing of a deleted session is left after 7 days.
    private static final Duration KEPT = Duration.ofDays(1);

    private static final Expression NOT_EXCHANGED = Expression.builder()
            .expression("attribute_exists(pk) AND attribute_not_exists(secretHash)")
            .build();

    private static final TableSchema<Sandbox> SCHEMA = RecordSchema.of(Sandbox.class, Sandboxes::read)
            .key(sandbox -> partition(sandbox.id()), _ -> SORT_KEY)
            .text("id", Sandbox::id)
            .text("organization", sandbox -> sandbox.session().organization())
            .text("session", sandbox -> sandbox.session().session())
            .number("run", Sandbox::run)
            .number("generation", Sandbox::generation)
            .text("driver", sandbox -> sandbox.artifact().driver())
            .text("artifact", sandbox -> sandbox.artifact().ref())
            .json("content", Sandbox::content)
            .text("repository", Sandbox::repository)
            .number("maxLifetimeSeconds", sandbox -> sandbox.maxLifetime().toSeconds())
            .flag("keepsWorkspace", Sandbox::keepsWorkspace)
            .json("restores", Sandbox::restores)
            .instant("createdAt", Sandbox::createdAt)
            .text("secretHash", Sandbox::secretHash)
            .instant("bootedAt", Sandbox::bootedAt)
            .expires(sandbox -> sandbox.createdAt().plus(sandbox.maxLifetime()).plus(KEPT))
            .build();

    private final DynamoDbTable<Sandbox> table;

    public Sandboxes(BerthStore store) {
        this.table = store.table(SCHEMA);
    }

    public void insert(Transaction transaction, Sandbox sandbox) {
        transaction.insert(table, sandbox);
    }

    public Optional<Sandbox> find(String id) {
        return Optional.ofNullable(table.getItem(get -> get.key(key(id)).consistentRead(true)));
    }

    /// @return false when it was exchanged before
    boolean exchange(Sandbox exchanged) {
        try {
            table.putItem(PutItemEnhancedRequest.builder(Sandbox.class)
                    .item(exchanged)
                    .conditionExpression(NOT_EXCHANGED)
                    .build());
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    private static String partition(String id) {
        return "SBX#" + id;
    }

    private static Key key(String id) {
        return BerthStore.key(partition(id), SORT_KEY);
    }

    private static Sandbox read(Columns row) {
        return new Sandbox(
                row.text("id"),
                new SessionKey(row.text("organization"), row.text("session")),
                row.integer("run"),
                row.integer("generation"),
                new Artifact(row.text("driver"), row.text("artifact")),
                row.json("content", Draft.class),
                row.optionalText("repository"),
                Duration.ofSeconds(row.number("maxLifetimeSeconds")),
                row.flag("keepsWorkspace"),
                row.optionalJson("restores", WorkspaceArchive.class),
                row.instant("createdAt"),
                row.optionalText("secretHash"),
                row.optionalInstant("bootedAt"));
    }
}
