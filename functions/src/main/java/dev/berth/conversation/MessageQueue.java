package dev.berth.conversation;

import dev.berth.event.Actor;
import dev.berth.event.MessageMode;
import dev.berth.session.SessionKey;
import dev.berth.store.BerthStore;
import dev.berth.store.Columns;
import dev.berth.store.Conditions;
import dev.berth.store.RecordSchema;
import dev.berth.store.RecordSchema.Getter;
import dev.berth.store.Transaction;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;

/// Messages in the order in which the agent gets them: those that interrupt before the others, each kind by number.
public final class MessageQueue {
    private static final String WAITING = "MSG#";

    /// @param sortKey what tells a waiting message from a taken one
    static TableSchema<QueuedMessage> schema(Getter<QueuedMessage, String> sortKey) {
        return RecordSchema.of(QueuedMessage.class, MessageQueue::read)
                .key(message -> partition(message.session()), sortKey)
                .text("organization", message -> message.session().organization())
                .text("session", message -> message.session().session())
                .number("number", QueuedMessage::number)
                .text("id", QueuedMessage::id)
                .text("text", QueuedMessage::text)
                .constant("mode", QueuedMessage::mode)
                .json("sender", QueuedMessage::sender)
                .instant("at", QueuedMessage::at)
                .build();
    }

    private final DynamoDbTable<QueuedMessage> table;

    public MessageQueue(BerthStore store) {
        this.table = store.table(schema(MessageQueue::sortKey));
    }

    public void add(Transaction transaction, QueuedMessage message) {
        transaction.insert(table, message);
    }

    public Optional<QueuedMessage> next(SessionKey session) {
        var first = QueryEnhancedRequest.builder()
                .queryConditional(QueryConditional.sortBeginsWith(BerthStore.key(partition(session), WAITING)))
                .limit(1)
                .consistentRead(true)
                .build();
        return table.query(first).stream()
                .limit(1)
                .flatMap(page -> page.items().stream())
                .findFirst();
    }

    /// Takes a message off the queue; the transaction fails when it was taken before.
    public void take(Transaction transaction, QueuedMessage message) {
        transaction.delete(table, BerthStore.key(partition(message.session()), sortKey(message)), Conditions.PRESENT);
    }

    public static String partition(SessionKey session) {
        return "QUEUE#" + session.organization() + "#" + session.session();
    }

    private static String sortKey(QueuedMessage message) {
        var rank =
                switch (message.mode()) {
                    case INTERRUPT -> 0;
                    case QUEUE -> 1;
                };
        return "%s%d#%012d".formatted(WAITING, rank, message.number());
    }

    private static QueuedMessage read(Columns row) {
        return new QueuedMessage(
                new SessionKey(row.text("organization"), row.text("session")),
                row.number("number"),
                row.text("id"),
                row.text("text"),
                row.constant("mode", MessageMode.class),
                row.json("sender", Actor.class),
                row.instant("at"));
    }
}
