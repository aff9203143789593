package dev.berth.conversation;

import dev.berth.store.BerthStore;
import dev.berth.store.RecordSchema;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/// The open WebSockets, by connection, and each sandbox's newest one.
public final class SocketConnections {
    private static final String SORT_KEY = "SOCKET";

    private final DynamoDbTable<SocketConnection> byConnection;
    private final DynamoDbTable<SocketConnection> bySandbox;

    public SocketConnections(BerthStore store) {
        this.byConnection = store.table(schema(SocketConnection::id));
        this.bySandbox = store.table(schema(SocketConnection::sandbox));
    }

    public void put(SocketConnection connection) {
        byConnection.putItem(connection);
        if (connection.sandbox() != null) {
            bySandbox.putItem(connection);
        }
    }

    public Optional<SocketConnection> find(String id) {
        return Optional.ofNullable(byConnection.getItem(BerthStore.key(partition(id), SORT_KEY)));
    }

    public Optional<SocketConnection> ofSandbox(String sandbox) {
        return Optional.ofNullable(bySandbox.getItem(BerthStore.key(partition(sandbox), SORT_KEY)));
    }

    public void remove(String id) {
        byConnection.deleteItem(BerthStore.key(partition(id), SORT_KEY));
    }

    private static TableSchema<SocketConnection> schema(RecordSchema.Getter<SocketConnection, String> owner) {
        return RecordSchema.of(
                        SocketConnection.class,
                        row -> new SocketConnection(
                                row.text("id"),
                                row.optionalText("organization"),
                                row.optionalText("sandbox"),
                                row.optionalText("watching"),
                                Instant.parse(row.text("until"))))
                .key(connection -> partition(String.valueOf(owner.get(connection))), _ -> SORT_KEY)
                .text("id", SocketConnection::id)
                .text("organization", SocketConnection::organization)
                .text("sandbox", SocketConnection::sandbox)
                .text("watching", SocketConnection::watching)
                .instant("until", SocketConnection::expiresAt)
                .expires(SocketConnection::expiresAt)
                .build();
    }

    private static String partition(String owner) {
        return "SOCKET#" + owner;
    }
}
