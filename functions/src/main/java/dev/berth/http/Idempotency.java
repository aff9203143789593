package dev.berth.http;

import dev.berth.organization.Caller;
import dev.berth.store.BerthStore;
import dev.berth.store.Conditions;
import dev.berth.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;

/// Makes a creating `POST` repeatable: with the same `Idempotency-Key` it creates once, and answers each time the same.
/// There is no state in between: an answer becomes true together with what was created, and failures store nothing.
public final class Idempotency {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final DynamoDbTable<StoredAnswer> answers;
    private final Clock clock;

    public Idempotency(BerthStore store, Clock clock) {
        this.answers = store.table(StoredAnswer.SCHEMA);
        this.clock = clock;
    }

    /// Runs `create` unless this key has been answered before; then replays that answer.
    public HttpResponse once(HttpRequest request, Caller caller, Function<Recorder, HttpResponse> create) {
        var header = request.header("idempotency-key");
        if (header == null) {
            return create.apply((transaction, answer) -> {});
        }
        if (!KEY.matcher(header).matches()) {
            throw invalidKey();
        }
        var attempt = new Attempt(StoredAnswer.key(caller.organization(), request, header), StoredAnswer.hash(request));
        return replay(attempt).orElseGet(() -> createOrReplay(attempt, create));
    }

    /// Whatever made `create` fail may be that somebody else's, under the same key, came first.
    private HttpResponse createOrReplay(Attempt attempt, Function<Recorder, HttpResponse> create) {
        try {
            return create.apply((transaction, answer) -> record(attempt, transaction, answer));
        } catch (RuntimeException failure) {
            return replay(attempt).orElseThrow(() -> failure);
        }
    }

    private Optional<HttpResponse> replay(Attempt attempt) {
        return find(attempt).map(answer -> {
            if (!answer.bodyHash().equals(attempt.bodyHash())) {
                throw keyReused();
            }
            return answer.response();
        });
    }

    private Optional<StoredAnswer> find(Attempt attempt) {
        var answer = answers.getItem(request -> request.key(BerthStore.key(attempt.key(), StoredAnswer.SORT_KEY))
                .consistentRead(true));
        return Optional.ofNullable(answer).filter(found -> found.expiresAt().isAfter(clock.instant()));
    }

    private void record(Attempt attempt, Transaction transaction, HttpResponse answer) {
        var now = clock.instant();
        transaction.put(
                answers,
                StoredAnswer.of(attempt.key(), attempt.bodyHash(), answer, now.plus(KEPT)),
                Conditions.absentOrExpired(now),
                AnsweredMeanwhileException::new);
    }

    private static ProblemException invalidKey() {
        return Problem.of(
                        400,
                        "invalid_idempotency_key",
                        "The Idempotency-Key is not one",
                        "The header Idempotency-Key has to be 1 to 255 visible ASCII characters.",
                        "Send a random one, a UUID for example, and the same again when you repeat the request.")
                .exception();
    }

    private static ProblemException keyReused() {
        return Problem.of(
                        409,
                        "idempotency_key_reused",
                        "The Idempotency-Key was used for another request",
                        "In the last 24 hours this key came with another body.",
                        "Repeat a request with exactly the same body, or send a new key with a new request.")
                .exception();
    }

    /// Adds the answer to the transaction that creates the thing, so that both become true together.
    @FunctionalInterface
    public interface Recorder {
        void record(Transaction transaction, HttpResponse answer);
    }

    private record Attempt(String key, String bodyHash) {}

    private static final class AnsweredMeanwhileException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
