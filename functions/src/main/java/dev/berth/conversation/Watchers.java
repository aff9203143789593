package dev.berth.conversation;

import dev.berth.session.SessionKey;
import dev.berth.store.BerthStore;
import dev.berth.store.RecordSchema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;

/// Which connections watch which session.
public final class Watchers {
    /// API Gateway closes every WebSocket after two hours.
    private static final Duration LONGEST_CONNECTION = Duration.ofHours(2);

    private static final TableSchema<Watch> SCHEMA = RecordSchema.of(
                    Watch.class,
                    row -> new Watch(
                            new SessionKey(row.text("organization"), row.text("session")),
                            row.text("connection"),
                            Instant.ofEpochSecond(row.number("until"))))
            .key(watch -> partition(watch.session()), Watch::connection)
            .text("organization", watch -> watch.session().organization())
            .text("session", watch -> watch.session().session())
            .text("connection", Watch::connection)
            .number("until", watch -> watch.until().getEpochSecond())
            .expires(Watch::until)
            .build();

    private final DynamoDbTable<Watch> table;
    private final Clock clock;

    public Watchers(BerthStore store, Clock clock) {
        this.table = store.table(SCHEMA);
        this.clock = clock;
    }

    public void add(SessionKey session, String connection) {
        table.putItem(new Watch(session, connection, clock.instant().plus(LONGEST_CONNECTION)));
    }

    public void remove(SessionKey session, String connection) {
        table.deleteItem(BerthStore.key(partition(session), connection));
    }

    List<String> of(SessionKey session) {
        var now = clock.instant();
        var ofSession = QueryConditional.keyEqualTo(
                Key.builder().partitionValue(partition(session)).build());
        return table.query(ofSession).items().stream()
                .filter(watch -> watch.until().isAfter(now))
                .map(Watch::connection)
                .toList();
    }

    private static String partition(SessionKey session) {
        return "WATCH#" + session.organization() + "#" + session.session();
    }

    private record Watch(SessionKey session, String connection, Instant until) {}
}
