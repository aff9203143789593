package dev.berth.local.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.berth.conversation.Sockets;
import dev.berth.conversation.SocketsContract;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalSocketsTest extends SocketsContract {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Map<String, Connected> clients = new ConcurrentHashMap<>();
    private RunningFront front;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        front = new RunningFront(folder);
    }

    @AfterEach
    void stop() throws IOException {
        front.close();
    }

    @Override
    protected Sockets sockets() {
        return front.sockets;
    }

    @Override
    protected String connect() {
        var client = new RecordingClient();
        var socket = HTTP.newWebSocketBuilder()
                .header("Authorization", "Bearer sbx_1.secret")
                .buildAsync(front.socketUrl("?ticket=t1"), client)
                .join();
        var id = lastEvent("/requestContext/connectionId");
        clients.put(id, new Connected(client, socket));
        return id;
    }

    @Override
    protected void disconnect(String connection) {
        client(connection).socket().sendClose(WebSocket.NORMAL_CLOSURE, "done").join();
    }

    @Override
    protected List<String> received(String connection) {
        return client(connection).client().received;
    }

    @Test
    void theFunctionSeesWhoConnects() {
        connect();
        assertThat(lastEvent("/requestContext/routeKey")).isEqualTo("$connect");
        assertThat(lastEvent("/headers/authorization")).isEqualTo("Bearer sbx_1.secret");
        assertThat(lastEvent("/queryStringParameters/ticket")).isEqualTo("t1");
    }

    @Test
    void theFunctionRefusesAConnectionWithAStatusOfItsOwn() {
        front.socketsFunction.answers(event -> Map.of("statusCode", 403));
        assertThatThrownBy(this::connect)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> assertThat(
                                refused.getResponse().statusCode())
                        .isEqualTo(403));
    }

    @Test
    void aMessageReachesTheFunctionAndItsAnswerTheClient() {
        var id = connect();
        front.socketsFunction.answers(event ->
                Map.of("statusCode", 200, "body", "echo " + event.at("/body").asString()));
        client(id).socket().sendText("{\"watch\": \"ses_1\"}", true).join();
        await().untilAsserted(() -> assertThat(received(id)).containsExactly("echo {\"watch\": \"ses_1\"}"));
    }

    @Test
    void theFunctionLearnsThatAConnectionEnded() {
        var id = connect();
        disconnect(id);
        await().untilAsserted(
                        () -> assertThat(lastEvent("/requestContext/routeKey")).isEqualTo("$disconnect"));
        assertThat(lastEvent("/requestContext/connectionId")).isEqualTo(id);
    }

    @Test
    void whatIsSentWhileAConnectionIsBeingAcceptedArrives() {
        front.socketsFunction.answers(event -> {
            var accepting = event.at("/requestContext/connectionId").asString();
            assertThat(front.sockets.send(accepting, "early")).isTrue();
            return Map.of("statusCode", 200);
        });
        var id = connect();
        await().untilAsserted(() -> assertThat(received(id)).containsExactly("early"));
    }

    @Test
    void aRequestThatIsNoWebSocketIsToldSo() throws Exception {
        var response = HTTP.send(HttpRequest.newBuilder(front.url("/socket")).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(426);
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
    }

    private Connected client(String connection) {
        return Objects.requireNonNull(clients.get(connection));
    }

    private String lastEvent(String pointer) {
        return front.socketsFunction.lastEvent().at(pointer).asString();
    }

    private record Connected(RecordingClient client, WebSocket socket) {}
}
