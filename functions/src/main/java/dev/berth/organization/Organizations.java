package dev.berth.organization;

import dev.berth.store.BerthStore;
import dev.berth.store.Conditions;
import dev.berth.store.Optimistic;
import dev.berth.store.RecordSchema;
import dev.berth.store.Transaction;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/// The organizations.
public final class Organizations {
    private static final String SORT_KEY = "organization";
    private static final TableSchema<Organization> SCHEMA = RecordSchema.of(
                    Organization.class,
                    row -> new Organization(
                            row.text("pk"),
                            row.text("name"),
                            row.json("settings", Organization.Settings.class),
                            row.json("limits", Organization.Limits.class),
                            row.number("version")))
            .key(Organization::id, organization -> SORT_KEY)
            .text("name", Organization::name)
            .json("settings", Organization::settings)
            .json("limits", Organization::limits)
            .number("version", Organization::version)
            .build();

    private final BerthStore store;
    private final DynamoDbTable<Organization> table;

    public Organizations(BerthStore store) {
        this.store = store;
        this.table = store.table(SCHEMA);
    }

    public Optional<Organization> find(String id) {
        return Optional.ofNullable(table.getItem(
                request -> request.key(BerthStore.key(id, SORT_KEY)).consistentRead(true)));
    }

    /// The organization that a row or a caller names, which therefore is there.
    public Organization get(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("There is no organization " + id));
    }

    Organization change(String id, UnaryOperator<Organization> change) {
        return Optimistic.retry(() -> {
            var old = get(id);
            var changed = change.apply(old);
            var written = store.transaction()
                    .put(table, changed, Conditions.unchanged("version", old.version()))
                    .commit();
            return written ? Optional.of(changed) : Optional.empty();
        });
    }

    Transaction insertInto(Transaction transaction, Organization organization) {
        return transaction.insert(table, organization);
    }
}
