package dev.berth.conversation;

import dev.berth.session.SessionKey;
import dev.berth.store.BerthStore;
import dev.berth.store.Transaction;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;

/// The message of each session's newest turn, kept so that a sandbox whose answer was lost gets the same again.
public final class TakenMessages {
    private static final String SORT_KEY = "TAKEN";

    private final DynamoDbTable<QueuedMessage> table;

    public TakenMessages(BerthStore store) {
        this.table = store.table(MessageQueue.schema(_ -> SORT_KEY));
    }

    public void put(Transaction transaction, QueuedMessage message) {
        transaction.put(table, message);
    }

    public Optional<QueuedMessage> find(SessionKey session) {
        return Optional.ofNullable(
                table.getItem(get -> get.key(BerthStore.key(MessageQueue.partition(session), SORT_KEY))
                        .consistentRead(true)));
    }
}
