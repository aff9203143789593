package dev.berth.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Actor;
import dev.berth.event.EventData;
import dev.berth.event.OutputStreamName;
import dev.berth.event.SessionEvent;
import dev.berth.http.Race;
import dev.berth.organization.Ids;
import dev.berth.session.SessionKey;
import dev.berth.store.InMemoryDynamoDb;
import dev.berth.store.Optimistic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class EventLogTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final int LONGEST_BATCH = 60;
    private static final int WRITERS = 4;
    private static final int BATCHES = 25;

    private final SessionKey session = new SessionKey("org_1", Ids.ulids().next("ses"));
    private final EventLog log = new EventLog(DYNAMO_DB.store());

    @Test
    void manyWritersLeaveNoGapAndLoseNothing() throws Exception {
        var writers = new AtomicInteger();

        Race.of(WRITERS, () -> {
            write(writers.incrementAndGet(), BATCHES);
            return true;
        });

        var all = log.read(session, 0, 10_000);
        assertThat(all)
                .extracting(SessionEvent::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, all.size()).boxed().toList());
        for (int writer = 1; writer <= WRITERS; writer++) {
            assertThat(textsOf(all, "writer " + writer + " ")).isEqualTo(expectedOf(writer, BATCHES));
        }
        assertThat(log.tail(session).lastSeq()).isEqualTo(all.size());
        assertPagesAre(all, 7);
        assertPagesAre(all, 61);
    }

    private void write(int writer, int batches) {
        for (int batch = 1; batch <= batches; batch++) {
            append(writer, batch);
        }
    }

    /// Again when it did not get through, as the answer 503 tells callers to.
    private void append(int writer, int number) {
        try {
            Optimistic.retry(() -> {
                var next = log.tail(session).next(writer, number, texts("writer " + writer + " batch " + number, 3));
                return log.append(next) ? Optional.of(next) : Optional.empty();
            });
        } catch (Optimistic.ContentionException busy) {
            append(writer, number);
        }
    }

    private static List<String> expectedOf(int writer, int batches) {
        return IntStream.rangeClosed(1, batches)
                .boxed()
                .flatMap(batch -> texts("writer " + writer + " batch " + batch, 3).stream())
                .map(entry -> ((EventData.AgentText) entry.data()).text())
                .toList();
    }

    private static List<String> textsOf(List<SessionEvent> events, String prefix) {
        return events.stream()
                .map(event -> ((EventData.AgentText) event.data()).text())
                .filter(text -> text.startsWith(prefix))
                .toList();
    }

    private void assertPagesAre(List<SessionEvent> all, int limit) {
        var read = new ArrayList<SessionEvent>();
        var page = log.read(session, 0, limit);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            read.addAll(page);
            page = log.read(session, read.getLast().seq(), limit);
        }
        assertThat(read).isEqualTo(all);
    }

    @Test
    void aReadAfterAnyEventBeginsWithTheNextWhateverTheBatchesAre() {
        for (int size : new int[] {1, LONGEST_BATCH, 2, LONGEST_BATCH, LONGEST_BATCH, 17, 1, 1}) {
            assertThat(log.append(log.tail(session).next(1, texts("of " + size, size))))
                    .isTrue();
        }
        var last = log.tail(session).lastSeq();

        for (long after = 0; after <= last + 1; after++) {
            assertThat(log.read(session, after, 1_000))
                    .extracting(SessionEvent::seq)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(after + 1, last).boxed().toList());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 59, 60, 61, 1_000})
    void aReadHasAtMostWhatWasAskedFor(int limit) {
        log.append(log.tail(session).next(1, texts("one", LONGEST_BATCH)));
        log.append(log.tail(session).next(1, texts("two", LONGEST_BATCH)));

        assertThat(log.read(session, 30, limit)).hasSize(Math.min(limit, 90));
    }

    @Test
    void whoComesSecondIsToldAndTriesBehind() {
        var tail = log.tail(session);

        assertThat(log.append(tail.next(1, texts("first", 2)))).isTrue();
        assertThat(log.append(tail.next(1, texts("second", 2)))).isFalse();
        assertThat(log.append(log.tail(session).next(1, texts("second", 2)))).isTrue();
        assertThat(log.read(session, 0, 10)).hasSize(4);
    }

    @Test
    void theTailKnowsEveryGenerationsLastBatchBehindOtherWriters() {
        log.append(log.tail(session).next(1, 7, texts("first generation", 1)));
        log.append(log.tail(session).next(2, 3, texts("second generation", 1)));
        log.append(log.tail(session).next(2, texts("somebody else", 1)));

        assertThat(log.tail(session).lastBatchOf(1)).isEqualTo(7);
        assertThat(log.tail(session).lastBatchOf(2)).isEqualTo(3);
        assertThat(log.tail(session).lastBatchOf(3)).isZero();
    }

    @Test
    void aLogThatNobodyWroteIsEmpty() {
        assertThat(log.read(session, 0, 10)).isEmpty();
        assertThat(log.tail(session).lastSeq()).isZero();
    }

    @Test
    void whatIsReadIsWhatWasWritten() {
        var entries = List.of(
                new LogEntry(NOW, null, Actor.apiKey("key_1"), new EventData.SessionStatus("running", null)),
                new LogEntry(NOW.plusNanos(123_000_000), "trn_1", Actor.AGENT, text("Grüße 🚀 \u0000 \"quoted\"\n")),
                new LogEntry(NOW, "trn_1", Actor.AGENT, new EventData.ToolCall("c1", "bash", Map.of("a", List.of(1)))),
                new LogEntry(
                        NOW,
                        "trn_1",
                        Actor.AGENT,
                        new EventData.CommandOutput(null, OutputStreamName.STDERR, "x".repeat(4096), true, 99L, "/u")));

        assertThat(BatchCodec.decode(BatchCodec.encode(entries))).isEqualTo(entries);
        log.append(log.tail(session).next(4, entries));

        assertThat(log.read(session, 0, 10))
                .isEqualTo(IntStream.range(0, entries.size())
                        .mapToObj(index -> entries.get(index).at(index + 1, 4))
                        .toList());
    }

    /// An item costs a write unit for each kilobyte begun.
    @Test
    void aThousandEventsOfTwoHundredBytesCostAHundredWriteUnitsAtMost() {
        var random = new Random(1);
        for (int batch = 1; batch <= 20; batch++) {
            var entries = IntStream.range(0, 50)
                    .mapToObj(_ ->
                            new LogEntry(NOW.plusMillis(random.nextInt(60_000)), "trn_1", Actor.AGENT, output(random)))
                    .toList();
            log.append(log.tail(session).next(1, batch, entries));
        }

        assertThat(writeUnits()).isPositive().isLessThanOrEqualTo(100);
    }

    private long writeUnits() {
        return DYNAMO_DB
                .client()
                .query(query -> query.tableName(DYNAMO_DB.tableName())
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(EventLog.partition(session)))))
                .items()
                .stream()
                .mapToLong(item -> Math.ceilDiv(bytes(item), 1024))
                .sum();
    }

    private static long bytes(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToLong(attribute -> utf8(attribute.getKey()) + bytes(attribute.getValue()))
                .sum();
    }

    private static long bytes(AttributeValue value) {
        return switch (value.type()) {
            case S -> utf8(value.s());
            case N -> utf8(value.n());
            case B -> value.b().asByteArrayUnsafe().length;
            default -> throw new IllegalArgumentException("the log has no " + value.type());
        };
    }

    private static long utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /// Lines as a build prints them: words that come again, and numbers that do not.
    private static EventData output(Random random) {
        var text = Stream.generate(() -> line(random)).limit(3).collect(Collectors.joining());
        return new EventData.CommandOutput(null, OutputStreamName.STDOUT, text.substring(0, 200), null, null, null);
    }

    private static String line(Random random) {
        return "[INFO] Running dev.example.Test%05d, time elapsed: %d.%03d s; module app, target/classes%n"
                .formatted(random.nextInt(100_000), random.nextInt(10), random.nextInt(1_000));
    }

    private static List<LogEntry> texts(String text, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new LogEntry(NOW, "trn_1", Actor.AGENT, text(text + " " + number)))
                .toList();
    }

    private static EventData text(String text) {
        return new EventData.AgentText("item", text, null, null, null, null);
    }
}
