package dev.berth.profile;

import dev.berth.event.Actor;
import dev.berth.store.BerthStore;
import dev.berth.store.Columns;
import dev.berth.store.RecordSchema;
import dev.berth.store.Transaction;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/// The published versions' rows.
public final class Versions {
    private static final String KIND = "version";

    private static final TableSchema<ProfileVersion> SCHEMA = RecordSchema.of(ProfileVersion.class, Versions::read)
            .key(version -> version.key().profile().partition(), version -> version.key()
                    .sort(KIND))
            .text("organization", version -> version.key().profile().organization())
            .text("profile", version -> version.key().profile().profile())
            .number("version", version -> version.key().number())
            .json("content", ProfileVersion::content)
            .instant("publishedAt", ProfileVersion::publishedAt)
            .json("publishedBy", ProfileVersion::publishedBy)
            .build();

    private final DynamoDbTable<ProfileVersion> table;

    public Versions(BerthStore store) {
        this.table = store.table(SCHEMA);
    }

    public Optional<ProfileVersion> find(VersionKey version) {
        return Optional.ofNullable(table.getItem(get -> get.key(key(version)).consistentRead(true)));
    }

    /// @throws dev.berth.http.ProblemException 404
    public ProfileVersion get(VersionKey version) {
        return find(version).orElseThrow(() -> ProfileProblems.unknown(version));
    }

    Transaction insert(Transaction transaction, ProfileVersion version) {
        return transaction.insert(table, version);
    }

    void remove(VersionKey version) {
        table.deleteItem(key(version));
    }

    private static Key key(VersionKey version) {
        return BerthStore.key(version.profile().partition(), version.sort(KIND));
    }

    private static ProfileVersion read(Columns row) {
        return new ProfileVersion(
                new ProfileKey(row.text("organization"), row.text("profile")).version(row.integer("version")),
                row.json("content", Draft.class),
                row.instant("publishedAt"),
                row.json("publishedBy", Actor.class));
    }
}
