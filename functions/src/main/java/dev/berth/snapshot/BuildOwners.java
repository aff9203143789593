package dev.berth.snapshot;

import dev.berth.profile.ProfileKey;
import dev.berth.store.BerthStore;
import dev.berth.store.Columns;
import dev.berth.store.RecordSchema;
import dev.berth.store.Transaction;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/// The builds' rows. No caller's request reaches them by a build's id, so the organization is not in their key.
final class BuildOwners {
    /// Long after any build can have ended.
    private static final Duration KEPT = Duration.ofDays(30);

    private static final TableSchema<BuildOwner> SCHEMA = RecordSchema.of(BuildOwner.class, BuildOwners::read)
            .key(BuildOwner::build, _ -> "build")
            .expires(owner -> owner.requestedAt().plus(KEPT))
            .text("build", BuildOwner::build)
            .text("organization", owner -> owner.version().profile().organization())
            .text("profile", owner -> owner.version().profile().profile())
            .number("version", owner -> owner.version().number())
            .instant("requestedAt", BuildOwner::requestedAt)
            .build();

    private final DynamoDbTable<BuildOwner> table;

    BuildOwners(BerthStore store) {
        this.table = store.table(SCHEMA);
    }

    Optional<BuildOwner> find(String build) {
        return Optional.ofNullable(
                table.getItem(get -> get.key(BerthStore.key(build, "build")).consistentRead(true)));
    }

    Transaction insert(Transaction transaction, BuildOwner owner) {
        return transaction.insert(table, owner);
    }

    private static BuildOwner read(Columns row) {
        return new BuildOwner(
                row.text("build"),
                new ProfileKey(row.text("organization"), row.text("profile")).version(row.integer("version")),
                row.instant("requestedAt"));
    }
}
