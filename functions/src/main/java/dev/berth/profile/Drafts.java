package dev.berth.profile;

import dev.berth.event.Actor;
import dev.berth.http.Problems;
import dev.berth.store.BerthStore;
import dev.berth.store.Columns;
import dev.berth.store.Conditions;
import dev.berth.store.RecordSchema;
import dev.berth.store.Transaction;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// The drafts' rows, one beside each profile's.
public final class Drafts {
    private static final String SORT = "draft";

    private static final TableSchema<SavedDraft> SCHEMA = RecordSchema.of(SavedDraft.class, Drafts::read)
            .key(draft -> draft.profile().partition(), _ -> SORT)
            .text("organization", draft -> draft.profile().organization())
            .text("profile", draft -> draft.profile().profile())
            .json("content", SavedDraft::content)
            .number("revision", SavedDraft::revision)
            .instant("savedAt", SavedDraft::savedAt)
            .json("savedBy", SavedDraft::savedBy)
            .build();

    private final DynamoDbTable<SavedDraft> table;

    public Drafts(BerthStore store) {
        this.table = store.table(SCHEMA);
    }

    /// @throws dev.berth.http.ProblemException 404
    SavedDraft get(ProfileKey profile) {
        var draft = table.getItem(get -> get.key(key(profile)).consistentRead(true));
        if (draft == null) {
            throw Problems.notFound("profile", profile.profile());
        }
        return draft;
    }

    Transaction insert(Transaction transaction, SavedDraft draft) {
        return transaction.insert(table, draft);
    }

    /// @return false when another save came between
    boolean replace(SavedDraft read, SavedDraft next) {
        try {
            table.putItem(put -> put.item(next).conditionExpression(Conditions.unchanged("revision", read.revision())));
            return true;
        } catch (ConditionalCheckFailedException another) {
            return false;
        }
    }

    void remove(ProfileKey profile) {
        table.deleteItem(key(profile));
    }

    private static Key key(ProfileKey profile) {
        return BerthStore.key(profile.partition(), SORT);
    }

    private static SavedDraft read(Columns row) {
        return new SavedDraft(
                new ProfileKey(row.text("organization"), row.text("profile")),
                row.json("content", Draft.class),
                row.number("revision"),
                row.instant("savedAt"),
                row.json("savedBy", Actor.class));
    }
}
