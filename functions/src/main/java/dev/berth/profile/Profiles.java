package dev.berth.profile;

import dev.berth.event.Actor;
import dev.berth.http.Problems;
import dev.berth.store.BerthStore;
import dev.berth.store.BerthTable;
import dev.berth.store.Columns;
import dev.berth.store.Conditions;
import dev.berth.store.Listing;
import dev.berth.store.Page;
import dev.berth.store.PageRequest;
import dev.berth.store.RecordSchema;
import dev.berth.store.Transaction;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;

/// The profiles' rows and the rows that hold their names.
public final class Profiles {
    private static final String SORT = "profile";
    private static final String DELETED = "deleted-profiles";

    private static final TableSchema<Profile> SCHEMA = RecordSchema.of(Profile.class, Profiles::read)
            .key(profile -> profile.key().partition(), _ -> SORT)
            .listed(
                    profile -> profile.deletedAt() == null ? list(profile.key().organization()) : null,
                    profile -> profile.deletedAt() == null ? profile.key().profile() : null)
            .live(
                    profile -> profile.deletedAt() == null ? null : DELETED,
                    profile ->
                            profile.deletedAt() == null ? null : profile.key().profile())
            .text("organization", profile -> profile.key().organization())
            .text("id", profile -> profile.key().profile())
            .text("name", Profile::name)
            .text("description", Profile::description)
            .number("newestVersion", Profile::newestVersion)
            .instant("createdAt", Profile::createdAt)
            .json("createdBy", Profile::createdBy)
            .instant("deletedAt", Profile::deletedAt)
            .number("revision", Profile::revision)
            .build();

    private static final TableSchema<ProfileName> NAMES = RecordSchema.of(
                    ProfileName.class,
                    row -> new ProfileName(row.text("organization"), row.text("name"), row.text("profile")))
            .key(ProfileName::partition, _ -> "name")
            .text("organization", ProfileName::organization)
            .text("name", ProfileName::name)
            .text("profile", ProfileName::profile)
            .build();

    private final DynamoDbTable<Profile> table;
    private final DynamoDbTable<ProfileName> names;
    private final Listing<Profile> listing;

    public Profiles(BerthStore store) {
        this.table = store.table(SCHEMA);
        this.names = store.table(NAMES);
        this.listing = new Listing<>(table);
    }

    public Optional<Profile> find(ProfileKey profile) {
        return Optional.ofNullable(table.getItem(get -> get.key(key(profile)).consistentRead(true)))
                .filter(found -> found.deletedAt() == null);
    }

    /// @throws dev.berth.http.ProblemException 404
    public Profile get(ProfileKey profile) {
        return find(profile).orElseThrow(() -> Problems.notFound("profile", profile.profile()));
    }

    /// Those of an organization, newest first; from an index, so a little late.
    Page<Profile> page(String organization, PageRequest request) {
        return listing.page(list(organization), request);
    }

    /// Deleted ones that are not removed yet; from an index, so a little late.
    List<Profile> deleted() {
        return table
                .index(BerthTable.LIVE)
                .query(QueryConditional.keyEqualTo(
                        Key.builder().partitionValue(DELETED).build()))
                .stream()
                .flatMap(page -> page.items().stream())
                .toList();
    }

    Transaction insert(Transaction transaction, Profile profile) {
        return transaction
                .insert(table, profile)
                .insert(names, ProfileName.of(profile), () -> ProfileProblems.nameTaken(profile.name()));
    }

    Transaction replace(Transaction transaction, Profile read, Profile next) {
        return transaction.put(table, next, Conditions.unchanged("revision", read.revision()));
    }

    Transaction check(Transaction transaction, Profile read) {
        return transaction.check(table, key(read.key()), Conditions.unchanged("revision", read.revision()));
    }

    Transaction freeName(Transaction transaction, Profile profile) {
        return transaction.delete(names, BerthStore.key(ProfileName.of(profile).partition(), "name"));
    }

    void remove(ProfileKey profile) {
        table.deleteItem(key(profile));
    }

    private static String list(String organization) {
        return organization + "#profiles";
    }

    private static Key key(ProfileKey profile) {
        return BerthStore.key(profile.partition(), SORT);
    }

    private static Profile read(Columns row) {
        return new Profile(
                new ProfileKey(row.text("organization"), row.text("id")),
                row.text("name"),
                row.optionalText("description"),
                row.integer("newestVersion"),
                row.instant("createdAt"),
                row.json("createdBy", Actor.class),
                row.optionalInstant("deletedAt"),
                row.number("revision"));
    }
}
