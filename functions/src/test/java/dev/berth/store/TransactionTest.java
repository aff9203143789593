package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

class TransactionTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private static final TableSchema<Note> SCHEMA = RecordSchema.of(
                    Note.class, row -> new Note(row.text("pk"), row.text("sk"), row.number("version")))
            .key(Note::book, Note::page)
            .number("version", Note::version)
            .build();

    private final BerthStore store = DYNAMO_DB.store();
    private final DynamoDbTable<Note> notes = store.table(SCHEMA);

    record Note(String book, String page, long version) {}

    @BeforeEach
    void aNoteIsThere() {
        notes.putItem(new Note("book", "there", 1));
        notes.deleteItem(BerthStore.key("book", "new"));
    }

    @Test
    void whatIsInsertedTwiceIsAConflict() {
        assertThat(store.transaction()
                        .insert(notes, new Note("book", "there", 2))
                        .commit())
                .isFalse();
    }

    @Test
    void aConflictThatHasAMeaningIsThrown() {
        var transaction = store.transaction()
                .put(notes, new Note("book", "new", 1))
                .insert(notes, new Note("book", "there", 2), () -> new IllegalStateException("taken"));

        assertThatThrownBy(transaction::commit).hasMessage("taken");
    }

    @Test
    void nothingIsWrittenWhenOneConditionFails() {
        store.transaction()
                .insert(notes, new Note("book", "new", 1))
                .put(notes, new Note("book", "there", 3), Conditions.unchanged("version", 2))
                .commit();

        assertThat(notes.getItem(BerthStore.key("book", "new"))).isNull();
        assertThat(notes.getItem(BerthStore.key("book", "there")).version()).isEqualTo(1);
    }

    @Test
    void aWriteUnderAConditionThatHoldsIsMade() {
        assertThat(store.transaction()
                        .put(notes, new Note("book", "there", 2), Conditions.unchanged("version", 1))
                        .commit())
                .isTrue();
        assertThat(notes.getItem(BerthStore.key("book", "there")).version()).isEqualTo(2);
    }
}
