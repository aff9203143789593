package dev.berth.http;

import dev.berth.event.Sha256;
import dev.berth.store.RecordSchema;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/// What a request with an `Idempotency-Key` was answered.
record StoredAnswer(
        String key, String bodyHash, int status, Map<String, String> headers, byte[] body, Instant expiresAt) {
    static final String SORT_KEY = "answer";

    static final TableSchema<StoredAnswer> SCHEMA = RecordSchema.of(
                    StoredAnswer.class,
                    row -> new StoredAnswer(
                            row.text("pk"),
                            row.text("bodyHash"),
                            row.integer("status"),
                            row.texts("headers"),
                            row.bytes("body"),
                            Instant.ofEpochSecond(row.number("expiresAt"))))
            .key(StoredAnswer::key, answer -> SORT_KEY)
            .text("bodyHash", StoredAnswer::bodyHash)
            .number("status", StoredAnswer::status)
            .json("headers", StoredAnswer::headers)
            .bytes("body", StoredAnswer::body)
            .expires(StoredAnswer::expiresAt)
            .build();

    StoredAnswer {
        headers = Map.copyOf(headers);
    }

    static StoredAnswer of(String key, String bodyHash, HttpResponse answer, Instant expiresAt) {
        return new StoredAnswer(key, bodyHash, answer.status(), answer.headers(), answer.body(), expiresAt);
    }

    /// The path is part of it: the same key for two sessions' messages is two keys.
    static String key(String organization, HttpRequest request, String idempotencyKey) {
        return organization + "#idempotency#" + request.method() + " " + request.path() + "#" + idempotencyKey;
    }

    static String hash(HttpRequest request) {
        return Sha256.hex(request.body());
    }

    HttpResponse response() {
        return new HttpResponse(status, headers, body);
    }
}
