package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

class ListingTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private static final TableSchema<Item> SCHEMA = RecordSchema.of(
                    Item.class, row -> new Item(row.text("gsi1pk"), row.integer("number"), row.text("padding")))
            .key(item -> item.list() + item.number(), item -> "item")
            .listed(Item::list, item -> "%06d".formatted(item.number()))
            .number("number", Item::number)
            .text("padding", Item::padding)
            .build();
    private static final int COUNT = 25;

    private final Listing<Item> listing = new Listing<>(table());

    record Item(String list, int number, String padding) {
        Item(String list, int number) {
            this(list, number, "-");
        }
    }

    @BeforeAll
    static void twoListsAreThere() {
        for (int i = 1; i <= COUNT; i++) {
            table().putItem(new Item("one", i));
        }
        for (int i = 1; i <= 1200; i++) {
            table().putItem(new Item("long", i));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 24, 25, 26, 100})
    void pagesOfAnySizeGiveEveryItemOnceTheNewestFirst(int limit) {
        assertThat(numbers("one", limit, item -> true)).isEqualTo(countdown(COUNT, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 100})
    void aFilteredListIsReadUntilThePageIsFull(int limit) {
        var page = listing.page("one", new PageRequest(Math.min(limit, 8), null), ListingTest::third);

        assertThat(page.items()).hasSize(Math.min(limit, 8));
        assertThat(numbers("one", limit, ListingTest::third)).isEqualTo(countdown(COUNT - 1, 3));
    }

    @Test
    void aPageThatIsCutSinceItsItemsAreLargeIsNotTheLast() {
        for (int i = 1; i <= COUNT; i++) {
            table().putItem(new Item("heavy", i, "x".repeat(64 * 1024)));
        }

        assertThat(numbers("heavy", 100, item -> true)).isEqualTo(countdown(COUNT, 1));
    }

    @Test
    void anEmptyListHasOneEmptyPage() {
        assertThat(listing.page("none", new PageRequest(10, null))).isEqualTo(new Page<>(List.of(), null));
    }

    @Test
    void aFilterThatShowsNothingIsNotReadToTheEndAtOnce() {
        var page = listing.page("long", new PageRequest(100, null), item -> false);

        assertThat(page.items()).isEmpty();
        assertThat(page.nextCursor()).isNotNull();
        assertThat(numbers("long", 100, item -> item.number() == 1)).containsExactly(1);
    }

    @Test
    void aCursorOfAnotherListIsNone() {
        var cursor = listing.page("long", new PageRequest(5, null)).nextCursor();

        assertThatThrownBy(() -> listing.page("one", new PageRequest(5, cursor)))
                .isInstanceOf(InvalidCursorException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "AAAAAAAA", "not base64!", "ÄÖÜ", "AAAAAAAAAAAA", "\u0000", "null", "{}", "%00"})
    void whatIsNoCursorIsRefused(String cursor) {
        assertThatThrownBy(() -> listing.page("one", new PageRequest(5, cursor)))
                .isInstanceOf(InvalidCursorException.class);
    }

    @Test
    void noAlteredCursorIsTaken() {
        var cursor = listing.page("one", new PageRequest(5, null)).nextCursor();
        var bytes = Base64.getUrlDecoder().decode(cursor);
        var random = new Random(42);
        for (int i = 0; i < 2000; i++) {
            var altered = bytes.clone();
            altered[random.nextInt(altered.length)] ^= (byte) (1 + random.nextInt(255));
            var text = Base64.getUrlEncoder().withoutPadding().encodeToString(altered);

            assertThatThrownBy(() -> listing.page("one", new PageRequest(5, text)))
                    .isInstanceOf(InvalidCursorException.class);
        }
    }

    private List<Integer> numbers(String list, int limit, Predicate<Item> shown) {
        var all = new ArrayList<Integer>();
        @Nullable String cursor = null;
        do {
            var page = listing.page(list, new PageRequest(limit, cursor), shown);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            page.items().forEach(item -> all.add(item.number()));
            cursor = page.nextCursor();
        } while (cursor != null);
        return all;
    }

    private static boolean third(Item item) {
        return item.number() % 3 == 0;
    }

    private static List<Integer> countdown(int from, int step) {
        return IntStream.iterate(from, number -> number > 0, number -> number - step)
                .boxed()
                .toList();
    }

    private static DynamoDbTable<Item> table() {
        return DYNAMO_DB.store().table(SCHEMA);
    }
}
