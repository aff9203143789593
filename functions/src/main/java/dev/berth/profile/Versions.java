package dev.berth.profile;

import dev.berth.event.Actor;
import dev.berth.http.Problems;
import dev.berth.store.BerthStore;
import dev.berth.store.Columns;
import dev.berth.store.Listing;
import dev.berth.store.Page;
import dev.berth.store.PageRequest;
import dev.berth.store.RecordSchema;
import dev.berth.store.Transaction;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/// The rows of published versions and of their contents.
public final class Versions {
    private static final String VERSION = "version";
    private static final String CONTENT = "content";

    private static final TableSchema<ProfileVersion> VERSIONS = RecordSchema.of(
                    ProfileVersion.class,
                    row -> new ProfileVersion(
                            key(row), row.instant("publishedAt"), row.json("publishedBy", Actor.class)))
            .key(version -> version.key().profile().partition(), version -> version.key()
                    .sort(VERSION))
            .listed(version -> list(version.key().profile()), version -> version.key()
                    .sort(VERSION))
            .text("organization", version -> version.key().profile().organization())
            .text("profile", version -> version.key().profile().profile())
            .number("version", version -> version.key().number())
            .instant("publishedAt", ProfileVersion::publishedAt)
            .json("publishedBy", ProfileVersion::publishedBy)
            .build();

    private static final TableSchema<VersionContent> CONTENTS = RecordSchema.of(
                    VersionContent.class, row -> new VersionContent(key(row), row.json("content", Draft.class)))
            .key(content -> content.key().profile().partition(), content -> content.key()
                    .sort(CONTENT))
            .text("organization", content -> content.key().profile().organization())
            .text("profile", content -> content.key().profile().profile())
            .number("version", content -> content.key().number())
            .json("content", VersionContent::content)
            .build();

    private final DynamoDbTable<ProfileVersion> versions;
    private final DynamoDbTable<VersionContent> contents;
    private final Listing<ProfileVersion> listing;

    public Versions(BerthStore store) {
        this.versions = store.table(VERSIONS);
        this.contents = store.table(CONTENTS);
        this.listing = new Listing<>(versions);
    }

    /// @throws dev.berth.http.ProblemException 404
    ProfileVersion get(VersionKey version) {
        var found = versions.getItem(get -> get.key(key(version, VERSION)).consistentRead(true));
        if (found == null) {
            throw unknown(version);
        }
        return found;
    }

    public Optional<Draft> content(VersionKey version) {
        return Optional.ofNullable(
                        contents.getItem(get -> get.key(key(version, CONTENT)).consistentRead(true)))
                .map(VersionContent::content);
    }

    /// @throws dev.berth.http.ProblemException 404
    public Draft getContent(VersionKey version) {
        return content(version).orElseThrow(() -> unknown(version));
    }

    /// Newest first; from an index, so a little late.
    Page<ProfileVersion> page(ProfileKey profile, PageRequest request) {
        return listing.page(list(profile), request);
    }

    Transaction insert(Transaction transaction, ProfileVersion version, Draft content) {
        return transaction.insert(versions, version).insert(contents, new VersionContent(version.key(), content));
    }

    void remove(VersionKey version) {
        contents.deleteItem(key(version, CONTENT));
        versions.deleteItem(key(version, VERSION));
    }

    /// What a caller is told who asks for a version that the profile does not have.
    public static RuntimeException unknown(VersionKey version) {
        return Problems.notFound("version", Integer.toString(version.number()));
    }

    private static String list(ProfileKey profile) {
        return profile.partition() + "#versions";
    }

    private static Key key(VersionKey version, String kind) {
        return BerthStore.key(version.profile().partition(), version.sort(kind));
    }

    private static VersionKey key(Columns row) {
        return new ProfileKey(row.text("organization"), row.text("profile")).version(row.integer("version"));
    }
}
