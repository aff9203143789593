package dev.berth.organization;

import dev.berth.event.SecretText;
import dev.berth.store.BerthStore;
import dev.berth.store.RecordSchema;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/// The browsers that are signed in. Each is found by the hash of what its cookie holds.
public final class SignIns {
    static final Duration VALIDITY = Duration.ofDays(7);

    private static final String SORT_KEY = "signIn";
    private static final TableSchema<SignIn> SCHEMA = RecordSchema.of(
                    SignIn.class, row -> new SignIn(row.text("tokenHash"), row.text("keyHash"), row.instant("until")))
            .key(signIn -> partition(signIn.tokenHash()), _ -> SORT_KEY)
            .text("tokenHash", SignIn::tokenHash)
            .text("keyHash", SignIn::keyHash)
            .instant("until", SignIn::expiresAt)
            .expires(SignIn::expiresAt)
            .build();

    private final DynamoDbTable<SignIn> table;
    private final SecureRandom random;
    private final Clock clock;

    public SignIns(BerthStore store, SecureRandom random, Clock clock) {
        this.table = store.table(SCHEMA);
        this.random = random;
        this.clock = clock;
    }

    /// @return what the browser's cookie is to hold: shown once, never stored
    String start(ApiKey key) {
        var token = SecretText.random(random);
        table.putItem(
                new SignIn(SecretText.hash(token), key.hash(), clock.instant().plus(VALIDITY)));
        return token;
    }

    /// @return the hash of the key it was started with; empty when it is unknown, ended or too old
    Optional<String> keyHash(String token) {
        return Optional.ofNullable(
                        table.getItem(request -> request.key(key(token)).consistentRead(true)))
                .filter(found -> found.expiresAt().isAfter(clock.instant()))
                .map(SignIn::keyHash);
    }

    /// Ending what has ended is fine.
    void end(String token) {
        table.deleteItem(key(token));
    }

    private static Key key(String token) {
        return BerthStore.key(partition(SecretText.hash(token)), SORT_KEY);
    }

    private static String partition(String tokenHash) {
        return "signIn#" + tokenHash;
    }
}
