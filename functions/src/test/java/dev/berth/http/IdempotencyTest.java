package dev.berth.http;

import static dev.berth.http.RequestBuilder.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.event.Actor;
import dev.berth.http.Idempotency.Recorder;
import dev.berth.organization.Caller;
import dev.berth.organization.Scope;
import dev.berth.store.BerthStore;
import dev.berth.store.InMemoryDynamoDb;
import dev.berth.store.Optimistic;
import dev.berth.store.RecordSchema;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;

class IdempotencyTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private static final String ROUTE = "POST /v1/profiles";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final BerthStore store = DYNAMO_DB.store();
    private final DynamoDbTable<Thing> things =
            store.table(RecordSchema.of(Thing.class, row -> new Thing(row.text("pk")))
                    .key(Thing::id, thing -> "thing")
                    .build());
    private final MutableClock clock = new MutableClock();
    private final Idempotency idempotency = new Idempotency(store, clock);
    private final AtomicInteger created = new AtomicInteger();
    private final String key = UUID.randomUUID().toString();

    record Thing(String id) {}

    @Test
    void withoutAKeyEachRequestCreates() {
        var request = request(ROUTE).body("{}").build();

        assertThat(send(request).body()).isNotEqualTo(send(request).body());
    }

    @Test
    void theSameKeyAndBodyAreAnsweredWithTheSame() {
        var first = send(keyed("{}"));
        var second = send(keyed("{}"));

        assertThat(created).hasValue(1);
        assertThat(second.status()).isEqualTo(first.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers()).isEqualTo(first.headers());
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        send(keyed("{}"));

        assertThatThrownBy(() -> send(keyed("{ }"))).hasMessageContaining("idempotency_key_reused");
    }

    @Test
    void theSameKeyIsAnotherOneForAnotherOrganizationOrPath() {
        send(keyed("{}"));
        send(request("POST /v1/sessions")
                .header("idempotency-key", key)
                .body("{}")
                .build());
        idempotency.once(keyed("{}"), caller("org_2"), this::create);

        assertThat(created).hasValue(3);
    }

    @Test
    void afterADayAKeyIsForgottenEvenWhileItsRowIsThere() {
        var first = send(keyed("{}"));
        clock.advance(Duration.ofHours(23));
        assertThat(send(keyed("{}")).body()).isEqualTo(first.body());

        clock.advance(Duration.ofHours(2));

        assertThat(send(keyed("{\"other\":1}")).body()).isNotEqualTo(first.body());
        assertThat(created).hasValue(2);
    }

    @Test
    void aFailureIsNotKept() {
        assertThatThrownBy(() -> idempotency.once(keyed("{}"), caller("org_1"), recorder -> {
                    throw Problems.notFound("profile", "prf_1");
                }))
                .hasMessageContaining("profile_not_found");

        assertThat(send(keyed("{}")).status()).isEqualTo(201);
    }

    @Test
    void whoeverLosesARaceIsAnsweredAsWhoeverWonIt() throws Exception {
        for (int round = 0; round < 20; round++) {
            var roundKey = UUID.randomUUID().toString();
            var before = created.get();

            var answers = Race.of(
                    4,
                    () -> send(request(ROUTE)
                            .header("idempotency-key", roundKey)
                            .body("{}")
                            .build()));

            assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
            assertThat(answers.stream()
                            .map(answer -> new String(answer.body(), UTF_8))
                            .distinct())
                    .hasSize(1);
            assertThat(created.get() - before).isEqualTo(1);
        }
    }

    @Test
    void aLoserWhoMeetsAnotherConflictFirstIsAnsweredAlike() throws Exception {
        var answers = Race.of(4, () -> idempotency.once(keyed("{}"), caller("org_1"), this::createNamed));

        assertThat(answers.stream()
                        .map(answer -> new String(answer.body(), UTF_8))
                        .distinct())
                .hasSize(1);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "with space", "tab\there", "é", "\u0000"})
    void whatIsNoKeyIsRefused(String header) {
        var request =
                request(ROUTE).header("idempotency-key", header).body("{}").build();

        assertThatThrownBy(() -> send(request)).hasMessageContaining("invalid_idempotency_key");
    }

    @Test
    void aKeyHas255CharactersAtMost() {
        assertThat(send(request(ROUTE)
                                .header("idempotency-key", "k".repeat(255))
                                .build())
                        .status())
                .isEqualTo(201);
        assertThatThrownBy(() -> send(request(ROUTE)
                        .header("idempotency-key", "k".repeat(256))
                        .build()))
                .hasMessageContaining("invalid_idempotency_key");
    }

    private HttpResponse send(HttpRequest request) {
        return idempotency.once(request, caller("org_1"), this::create);
    }

    private HttpRequest keyed(String body) {
        return request(ROUTE).header("idempotency-key", key).body(body).build();
    }

    private HttpResponse create(Recorder recorder) {
        var id = "thing-" + NUMBERS.incrementAndGet();
        var answer = HttpResponse.json(201, Map.of("id", id)).withHeader("etag", "\"1\"");
        return Optimistic.retry(() -> {
            var transaction = store.transaction().insert(things, new Thing(id));
            recorder.record(transaction, answer);
            return transaction.commit() ? counted(answer) : Optional.empty();
        });
    }

    private Optional<HttpResponse> counted(HttpResponse answer) {
        created.incrementAndGet();
        return Optional.of(answer);
    }

    /// Creates what can be created once only, as a profile with its name.
    private HttpResponse createNamed(Recorder recorder) {
        var answer = HttpResponse.json(201, List.of(NUMBERS.incrementAndGet()));
        return Optimistic.retry(() -> {
            var transaction = store.transaction()
                    .insert(things, new Thing("only-one"), () -> new IllegalStateException("the name is taken"));
            recorder.record(transaction, answer);
            return transaction.commit() ? Optional.of(answer) : Optional.empty();
        });
    }

    private static Caller caller(String organization) {
        return new Caller(organization, Actor.apiKey("key_1"), Set.of(Scope.ADMIN));
    }
}
