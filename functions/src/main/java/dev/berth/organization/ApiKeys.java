package dev.berth.organization;

import dev.berth.event.WireName;
import dev.berth.store.BerthStore;
import dev.berth.store.BerthTable;
import dev.berth.store.Conditions;
import dev.berth.store.Listing;
import dev.berth.store.Page;
import dev.berth.store.PageRequest;
import dev.berth.store.RecordSchema;
import dev.berth.store.Transaction;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;

/// The API keys: each is found by its hash, and listed with its organization's.
public final class ApiKeys {
    private static final String SORT_KEY = "apiKey";
    private static final TableSchema<ApiKey> SCHEMA = RecordSchema.of(
                    ApiKey.class,
                    row -> new ApiKey(
                            row.text("id"),
                            row.text("organization"),
                            row.text("hash"),
                            row.text("name"),
                            Stream.of(row.text("scopes").split(" "))
                                    .map(scope -> WireName.parse(Scope.class, scope))
                                    .collect(Collectors.toSet()),
                            row.instant("createdAt")))
            .key(key -> partition(key.hash()), key -> SORT_KEY)
            .listed(key -> list(key.organization()), ApiKey::id)
            .text("id", ApiKey::id)
            .text("organization", ApiKey::organization)
            .text("hash", ApiKey::hash)
            .text("name", ApiKey::name)
            .text(
                    "scopes",
                    key -> key.orderedScopes().stream().map(Scope::wireName).collect(Collectors.joining(" ")))
            .instant("createdAt", ApiKey::createdAt)
            .build();

    private final BerthStore store;
    private final DynamoDbTable<ApiKey> table;

    public ApiKeys(BerthStore store) {
        this.store = store;
        this.table = store.table(SCHEMA);
    }

    /// Makes a row of a key and a key of the row, in memory, so that the first who truly comes finds it loaded.
    public static void rehearse() {
        var key = new ApiKey("key_nobody", "org_nobody", "none", "nobody", Set.of(Scope.READ), Instant.EPOCH);
        if (!key.equals(SCHEMA.mapToItem(SCHEMA.itemToMap(key, true)))) {
            throw new IllegalStateException("A row does not hold what was put into it");
        }
    }

    /// The key whose text hashes to this. Read consistently: a key works as soon as it was shown, and no longer than
    /// until it was deleted.
    public Optional<ApiKey> byHash(String hash) {
        return Optional.ofNullable(
                table.getItem(request -> request.key(key(hash)).consistentRead(true)));
    }

    /// The key with this text.
    ///
    /// @throws dev.berth.http.ProblemException 401 when it is not an API key's, or no organization has it
    ApiKey bySecret(String text) {
        var secret = ApiKeySecret.parse(text).orElseThrow(OrganizationProblems::malformedKey);
        return byHash(secret.hash()).orElseThrow(OrganizationProblems::unknownKey);
    }

    public Optional<ApiKey> find(String organization, String id) {
        var place =
                Key.builder().partitionValue(list(organization)).sortValue(id).build();
        return table.index(BerthTable.LISTS).query(QueryConditional.keyEqualTo(place)).stream()
                .flatMap(page -> page.items().stream())
                .findFirst();
    }

    public Page<ApiKey> list(String organization, PageRequest page) {
        return new Listing<>(table).page(list(organization), page);
    }

    Optional<ApiKey> anotherAdmin(ApiKey than) {
        return table
                .index(BerthTable.LISTS)
                .query(QueryConditional.keyEqualTo(
                        Key.builder().partitionValue(list(than.organization())).build()))
                .stream()
                .flatMap(page -> page.items().stream())
                .filter(key -> key.scopes().contains(Scope.ADMIN) && !key.id().equals(than.id()))
                .findFirst();
    }

    Transaction insertInto(Transaction transaction, ApiKey key) {
        return transaction.insert(table, key);
    }

    void insert(ApiKey key) {
        if (!insertInto(store.transaction(), key).commit()) {
            throw new IllegalStateException("Two API keys have the same text");
        }
    }

    /// Deleting what is gone already is fine.
    void delete(ApiKey key) {
        table.deleteItem(key(key.hash()));
    }

    /// @return false when one of the two was deleted meanwhile
    boolean deleteWhile(ApiKey key, ApiKey otherRemains) {
        return store.transaction()
                .delete(table, key(key.hash()), Conditions.PRESENT)
                .check(table, key(otherRemains.hash()), Conditions.PRESENT)
                .commit();
    }

    private static Key key(String hash) {
        return BerthStore.key(partition(hash), SORT_KEY);
    }

    private static String partition(String hash) {
        return "apiKey#" + hash;
    }

    private static String list(String organization) {
        return organization + "#apiKeys";
    }
}
