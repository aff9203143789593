package dev.berth.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What every sender to WebSocket connections does.
public abstract class SocketsContract {
    protected abstract Sockets sockets();

    /// Opens a connection, and answers its id.
    protected abstract String connect() throws Exception;

    /// Closes a connection from the client's side.
    protected abstract void disconnect(String connection) throws Exception;

    /// What the client of a connection has received so far.
    protected abstract List<String> received(String connection);

    @Test
    void messagesArriveInTheOrderTheyWereSent() throws Exception {
        var connection = connect();
        assertThat(sockets().send(connection, "one")).isTrue();
        assertThat(sockets().send(connection, "two – zwei")).isTrue();
        await().untilAsserted(() -> assertThat(received(connection)).containsExactly("one", "two – zwei"));
    }

    @Test
    void aMessageReachesItsConnectionAndNoOther() throws Exception {
        var first = connect();
        var second = connect();
        sockets().send(first, "for the first");
        sockets().send(second, "for the second");
        await().untilAsserted(() -> assertThat(received(second)).containsExactly("for the second"));
    }

    @Test
    void aConnectionThatNeverWasIsGone() {
        assertThat(sockets().send("no-such-connection", "hello")).isFalse();
    }

    @Test
    void aClosedConnectionIsGone() throws Exception {
        var connection = connect();
        disconnect(connection);
        await().untilAsserted(
                        () -> assertThat(sockets().send(connection, "too late")).isFalse());
    }
}
