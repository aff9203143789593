package dev.berth.session;

import dev.berth.session.Admission.Queued;
import dev.berth.session.Admission.Slot;
import dev.berth.store.BerthStore;
import dev.berth.store.Columns;
import dev.berth.store.Conditions;
import dev.berth.store.RecordSchema;
import dev.berth.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;

/// Slots and queues: what decides whether a session starts now or waits.
public final class Admissions {
    private static final String VERSION = "VERSION";
    private static final String SLOT = "SLOT#";
    private static final String QUEUE = "QUEUE#";

    private static final TableSchema<Row> SCHEMA = RecordSchema.of(Row.class, Row::read)
            .key(row -> partition(row.organization), Row::sortKey)
            .text("organization", Row::organization)
            .text("sortKey", Row::sortKey)
            .number("version", Row::version)
            .text("session", Row::session)
            .number("run", Row::run)
            .text("position", Row::position)
            .instant("notBefore", Row::notBefore)
            .build();

    private final BerthStore store;
    private final DynamoDbTable<Row> table;

    public Admissions(BerthStore store) {
        this.store = store;
        this.table = store.table(SCHEMA);
    }

    public Admission read(String organization) {
        long version = 0;
        var slots = new ArrayList<Slot>();
        var queue = new ArrayList<Queued>();
        for (var row : rows(organization)) {
            if (row.sortKey.equals(VERSION)) {
                version = row.version;
            } else if (row.sortKey.startsWith(SLOT)) {
                slots.add(row.toSlot());
            } else {
                queue.add(row.toQueued());
            }
        }
        return new Admission(organization, version, slots, queue);
    }

    void takeSlot(Transaction transaction, Admission admission, Session session) {
        transaction.insert(table, Row.slot(session));
        bump(transaction, admission);
    }

    void freeSlot(Transaction transaction, Admission admission, Session session) {
        transaction.delete(table, key(session.key().organization(), Row.slot(session).sortKey));
        bump(transaction, admission);
    }

    void enqueue(Transaction transaction, Admission admission, Queued queued) {
        transaction.insert(table, Row.queued(admission.organization(), queued));
        bump(transaction, admission);
    }

    void leaveQueue(Transaction transaction, Admission admission, Queued queued) {
        transaction.delete(table, key(admission.organization(), QUEUE + queued.position()));
        bump(transaction, admission);
    }

    /// Queue to slot.
    void admit(Transaction transaction, Admission admission, Queued queued, Session session) {
        transaction.delete(table, key(admission.organization(), QUEUE + queued.position()), Conditions.PRESENT);
        takeSlot(transaction, admission, session);
    }

    void dropStray(Admission admission, Queued queued) {
        var transaction = store.transaction();
        leaveQueue(transaction, admission, queued);
        transaction.commit();
    }

    /// Slot to queue, as a later run.
    void requeue(Transaction transaction, Admission admission, Session slotHolder, Queued queued) {
        transaction.delete(table, key(admission.organization(), Row.slot(slotHolder).sortKey));
        enqueue(transaction, admission, queued);
    }

    private void bump(Transaction transaction, Admission admission) {
        var next = Row.version(admission.organization(), admission.version() + 1);
        var condition =
                admission.version() == 0 ? Conditions.ABSENT : Conditions.unchanged("version", admission.version());
        transaction.put(table, next, condition);
    }

    private List<Row> rows(String organization) {
        var request = QueryEnhancedRequest.builder()
                .queryConditional(QueryConditional.keyEqualTo(
                        Key.builder().partitionValue(partition(organization)).build()))
                .consistentRead(true)
                .build();
        return table.query(request).items().stream().toList();
    }

    private static String partition(String organization) {
        return "ADM#" + organization;
    }

    private static Key key(String organization, String sortKey) {
        return BerthStore.key(partition(organization), sortKey);
    }

    /// A slot, a queue entry or the version, told apart by the sort key.
    private record Row(
            String organization,
            String sortKey,
            long version,
            @Nullable String session,
            int run,
            @Nullable String position,
            @Nullable Instant notBefore) {

        static Row version(String organization, long version) {
            return new Row(organization, VERSION, version, null, 0, null, null);
        }

        static Row slot(Session session) {
            var name = session.key().session();
            return new Row(
                    session.key().organization(),
                    SLOT + name + "#" + session.run(),
                    0,
                    name,
                    session.run(),
                    null,
                    null);
        }

        static Row queued(String organization, Queued queued) {
            return new Row(
                    organization,
                    QUEUE + queued.position(),
                    0,
                    queued.session(),
                    queued.run(),
                    queued.position(),
                    queued.notBefore());
        }

        static Row read(Columns row) {
            return new Row(
                    row.text("organization"),
                    row.text("sortKey"),
                    row.number("version"),
                    row.optionalText("session"),
                    row.integer("run"),
                    row.optionalText("position"),
                    row.optionalInstant("notBefore"));
        }

        Slot toSlot() {
            return new Slot(present(session), run);
        }

        Queued toQueued() {
            return new Queued(present(position), present(session), run, present(notBefore));
        }

        private static <T> T present(@Nullable T value) {
            if (value == null) {
                throw new IllegalStateException("An admission row is incomplete");
            }
            return value;
        }
    }
}
