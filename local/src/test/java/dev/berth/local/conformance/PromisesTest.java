package dev.berth.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What people rely on without thinking of it.
@ExtendWith(SharedBerth.class)
class PromisesTest {
    @TempDir
    private Path folder;

    private final RunningBerth berth;
    private final Api api;
    private final Work work;

    PromisesTest(RunningBerth berth) {
        this.berth = berth;
        this.api = berth.admin();
        this.work = new Work(api);
    }

    @Test
    void aReaderThatWaitsIsWokenByTheNextEvent() {
        var gate = folder.resolve("gate");
        var session = work.start(
                berth.scene().profile(), "until test -e %s; do sleep 0.05; done; echo woken".formatted(gate));
        work.awaitTurnStarted(session);
        var after = work.events(session).size();
        var waiting = CompletableFuture.supplyAsync(() -> api.call("GET /v1/sessions/{session}/events", session)
                .query("after", after)
                .query("wait", 20)
                .answers(200));
        create(gate);
        assertThat(waiting.join().json().at("/items/0/seq").asInt()).isEqualTo(after + 1);
        work.stop(session);
    }

    @Test
    void aTicketOpensOneSocketWhichTellsOfEvents() {
        var session = work.start(berth.scene().profile(), "true");
        work.awaitTurns(session, 1);
        var ticket = api.call("POST /v1/socket-tickets").answers(201);
        var address = URI.create(ticket.text("url") + "?ticket=" + ticket.text("ticket"));
        var listener = new ReceivedMessages();
        var socket =
                api.http().newWebSocketBuilder().buildAsync(address, listener).join();
        socket.sendText("{\"watch\": \"%s\"}".formatted(session), true).join();
        assertThat(refusal(address)).isEqualTo(401);
        // where the log is now is told at once, so that nothing is missed between reading and watching
        Work.eventually().until(() -> !listener.all().isEmpty());
        var now = listener.all().getFirst();
        assertThat(now.path("session").asString()).isEqualTo(session);
        assertThat(now.path("lastEventSeq").asLong()).isPositive();
        work.send(session, "true");
        Work.eventually()
                .until(() -> listener.all().getLast().path("lastEventSeq").asLong()
                        > now.path("lastEventSeq").asLong());
        socket.abort();
        work.stop(session);
    }

    private int refusal(URI address) {
        try {
            api.http()
                    .newWebSocketBuilder()
                    .buildAsync(address, new WebSocket.Listener() {})
                    .join();
            return 101;
        } catch (CompletionException refused) {
            var handshake = Objects.requireNonNull((WebSocketHandshakeException) refused.getCause());
            return handshake.getResponse().statusCode();
        }
    }

    @Test
    void anIdleSessionIsStopped() throws Exception {
        var session = work.start(berth.scene().profile(), "true");
        work.awaitTurns(session, 1);
        var sandbox = PlayedSandbox.besideReal(api, session, berth.data());
        new Rows(berth.dynamoDb()).idleAfterASecond(session);
        Work.eventually().until(() -> {
            sandbox.call("POST /sandbox/v1/heartbeats")
                    .json(Map.of("idleMillis", 60_000))
                    .send();
            return !work.session(session).path("status").asString().equals("running");
        });
        var stopped = work.awaitStatus(session, "stopped");
        assertThat(stopped.path("statusReason").asString()).isEqualTo("idle");
    }

    @Test
    void aSessionDoesNotRunSetupAgain() throws Exception {
        var count = folder.resolve("count");
        var profile = work.ready(Map.of("setupScript", "echo ran >> %s; echo made > made".formatted(count)));
        for (var run = 0; run < 2; run++) {
            assertThat(work.output(work.ran(profile, "cat made"))).isEqualTo("made\n");
        }
        assertThat(Files.readAllLines(count)).hasSize(1);
    }

    @Test
    void aSessionThatIsOverIsRead() throws Exception {
        var git = new GitRepositories(folder);
        git.make("app", "echo one > file; git add .; git commit -qm first");
        var profile = work.ready(Map.of("repositories", List.of(git.draft("app"))));
        var session = work.ran(profile, "echo two >> file; echo done");
        assertThat(work.output(session)).isEqualTo("done\n");
        assertThat(work.events(session, "turn.ended")
                        .getFirst()
                        .at("/data/outcome")
                        .asString())
                .isEqualTo("completed");
        assertThat(api.call("GET /v1/sessions/{session}/diff", session)
                        .answers(200)
                        .text())
                .contains("+two");
    }

    private static void create(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
