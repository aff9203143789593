package dev.berth.snapshot;

import dev.berth.profile.ProfileKey;
import dev.berth.profile.VersionKey;
import dev.berth.profile.Versions;
import dev.berth.store.BerthStore;
import dev.berth.store.BerthTable;
import dev.berth.store.Columns;
import dev.berth.store.Conditions;
import dev.berth.store.RecordSchema;
import dev.berth.store.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// The snapshots' rows, beside their versions', and which build is for which of them.
public final class Snapshots {
    private static final String KIND = "snapshot";
    private static final String UNFINISHED = "snapshots";

    /// Mostly the newest or the one before can be started.
    private static final int READ_AHEAD = 4;

    private static final TableSchema<Snapshot> SCHEMA = RecordSchema.of(Snapshot.class, Snapshots::read)
            .key(snapshot -> snapshot.version().profile().partition(), snapshot -> sort(snapshot.version()))
            .live(
                    snapshot -> snapshot.isUnfinished() ? UNFINISHED : null,
                    snapshot -> snapshot.isUnfinished() ? snapshot.build().id() : null)
            .text("organization", snapshot -> snapshot.version().profile().organization())
            .text("profile", snapshot -> snapshot.version().profile().profile())
            .number("version", snapshot -> snapshot.version().number())
            .json("build", Snapshot::build)
            .json("ready", Snapshot::ready)
            .json("superseded", Snapshot::superseded)
            .number("revision", Snapshot::revision)
            .build();

    private final BerthStore store;
    private final DynamoDbTable<Snapshot> table;
    private final BuildOwners owners;

    public Snapshots(BerthStore store) {
        this.store = store;
        this.table = store.table(SCHEMA);
        this.owners = new BuildOwners(store);
    }

    public Optional<Snapshot> find(VersionKey version) {
        return Optional.ofNullable(table.getItem(get -> get.key(key(version)).consistentRead(true)));
    }

    /// @throws dev.berth.http.ProblemException 404
    public Snapshot get(VersionKey version) {
        return find(version).orElseThrow(() -> Versions.unknown(version));
    }

    /// All of a profile, newest version first, read as far as the stream is.
    public Stream<Snapshot> newestFirst(ProfileKey profile) {
        return table
                .query(query -> query.queryConditional(
                                QueryConditional.sortBeginsWith(BerthStore.key(profile.partition(), KIND + "#")))
                        .limit(READ_AHEAD)
                        .scanIndexForward(false)
                        .consistentRead(true))
                .items()
                .stream();
    }

    /// Those of the versions from one number to another, in their order.
    public List<Snapshot> between(VersionKey oldest, VersionKey newest) {
        return table
                .query(query -> query.queryConditional(QueryConditional.sortBetween(key(oldest), key(newest)))
                        .consistentRead(true))
                .items()
                .stream()
                .toList();
    }

    /// What may have something left to do; from an index, so a little late.
    List<Snapshot> unfinished() {
        return table
                .index(BerthTable.LIVE)
                .query(QueryConditional.keyEqualTo(
                        Key.builder().partitionValue(UNFINISHED).build()))
                .stream()
                .flatMap(page -> page.items().stream())
                .toList();
    }

    /// @return false when another write came between
    boolean replace(Snapshot read, Snapshot next) {
        try {
            table.putItem(put -> put.item(next).conditionExpression(Conditions.unchanged("revision", read.revision())));
            return true;
        } catch (ConditionalCheckFailedException another) {
            return false;
        }
    }

    /// Adds a version's first snapshot and its build to what becomes true together.
    public Transaction insert(Transaction transaction, Snapshot requested) {
        return owners.insert(transaction.insert(table, requested), owner(requested));
    }

    /// Gives a snapshot another build.
    ///
    /// @return false when another write came between
    boolean replaceBuild(Snapshot read, Snapshot next) {
        var transaction = store.transaction().put(table, next, Conditions.unchanged("revision", read.revision()));
        return owners.insert(transaction, owner(next)).commit();
    }

    /// The version that a build is for.
    Optional<VersionKey> ofBuild(String build) {
        return owners.find(build).map(BuildOwner::version);
    }

    public void delete(VersionKey version) {
        table.deleteItem(key(version));
    }

    private static BuildOwner owner(Snapshot snapshot) {
        return new BuildOwner(
                snapshot.build().id(), snapshot.version(), snapshot.build().requestedAt());
    }

    private static Key key(VersionKey version) {
        return BerthStore.key(version.profile().partition(), sort(version));
    }

    private static String sort(VersionKey version) {
        return version.sort(KIND);
    }

    private static Snapshot read(Columns row) {
        return new Snapshot(
                new ProfileKey(row.text("organization"), row.text("profile")).version(row.integer("version")),
                row.json("build", Build.class),
                row.optionalJson("ready", Snapshot.Ready.class),
                List.of(row.json("superseded", Snapshot.Superseded[].class)),
                row.number("revision"));
    }
}
