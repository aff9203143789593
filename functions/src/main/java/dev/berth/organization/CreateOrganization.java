package dev.berth.organization;

import dev.berth.store.BerthStore;
import dev.berth.store.Optimistic;
import dev.berth.store.RecordSchema;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/// Makes an installation's organization and its first administrator's key, together and once.
///
/// The caller makes the key's text and keeps it safe *before* it calls: so a crash at any moment leaves either nothing,
/// to be made again with the same text, or an organization whose key is known.
public final class CreateOrganization {
    private final BerthStore store;
    private final DynamoDbTable<Installation> installations;
    private final Organizations organizations;
    private final ApiKeys keys;
    private final Ids ids;
    private final Clock clock;

    public CreateOrganization(BerthStore store, Ids ids, Clock clock) {
        this.store = store;
        this.installations = store.table(Installation.SCHEMA);
        this.organizations = new Organizations(store);
        this.keys = new ApiKeys(store);
        this.ids = ids;
        this.clock = clock;
    }

    /// The installation's organization: the one that is there, else a new one that `adminKey` administers.
    public Organization ensure(String name, ApiKeySecret adminKey) {
        return Optimistic.retry(() -> existing().or(() -> create(name, adminKey)));
    }

    /// The installation's organization, when it has been made.
    public Optional<Organization> existing() {
        return Optional.ofNullable(installations.getItem(
                        request -> request.key(Installation.KEY).consistentRead(true)))
                .map(installation -> organizations.get(installation.organization()));
    }

    private Optional<Organization> create(String name, ApiKeySecret adminKey) {
        var organization = Organization.named(ids.next("org"), name);
        var key = new ApiKey(
                ids.next("key"),
                organization.id(),
                adminKey.hash(),
                "First administrator's key",
                Set.of(Scope.ADMIN),
                clock.instant());
        var transaction = store.transaction().insert(installations, new Installation(organization.id()));
        organizations.insertInto(transaction, organization);
        return keys.insertInto(transaction, key).commit() ? Optional.of(organization) : Optional.empty();
    }

    /// Names the organization that was made with the installation.
    private record Installation(String organization) {
        static final Key KEY = BerthStore.key("installation", "organization");
        static final TableSchema<Installation> SCHEMA = RecordSchema.of(
                        Installation.class, row -> new Installation(row.text("organization")))
                .key(installation -> "installation", installation -> "organization")
                .text("organization", Installation::organization)
                .build();
    }
}
