package dev.berth.local.harness;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A session as a client has it.
final class ClientSession {
    private final Client client;
    private final String path;
    private final Transcript transcript;

    private ClientSession(Client client, String id) {
        this.client = client;
        this.path = "/v1/sessions/" + id;
        this.transcript = new Transcript(client, id);
    }

    static ClientSession start(Client client, Profile profile, String task, boolean stopWhenDone) {
        return start(client, profile.id(), task, stopWhenDone);
    }

    static ClientSession start(Client client, String profile, String task, boolean stopWhenDone) {
        var body = Map.of("profile", profile, "task", task, "stopWhenDone", stopWhenDone);
        return new ClientSession(
                client, client.post("/v1/sessions", body).expect(202).text("id"));
    }

    Transcript transcript() {
        return transcript;
    }

    /// The message that the task became.
    String task() {
        transcript.await(
                "the task is told of", told -> told.messages().findFirst().isPresent());
        return transcript.messages().findFirst().orElseThrow();
    }

    String send(String text) {
        return client.post(path + "/messages", Map.of("text", text, "mode", "queue"))
                .expect(202)
                .text("id");
    }

    /// @param how `stop`, `resume` or `interrupt`
    void steer(String how) {
        call("POST", "/" + how).expect(200, 202);
    }

    void delete() {
        call("DELETE", "").expect(204, 404);
    }

    Client.Answer view() {
        return client.get(path).expect(200);
    }

    Client.Answer diff() {
        return client.get(path + "/diff").expect(200);
    }

    void awaitStatus(String status) {
        transcript.await("it is " + status, told -> told.lastStatus().equals(status));
    }

    void awaitOutput(String message, String line) {
        transcript.await("the agent prints", told -> told.outputOf(message).contains(line));
    }

    /// @return how the turn ended
    String awaitTurn(String message) {
        transcript.await("the turn ended", told -> !told.outcomesOf(message).isEmpty());
        return transcript.outcomesOf(message).getFirst();
    }

    List<String> messages() {
        return transcript.messages().toList();
    }

    private Client.Answer call(String method, String below) {
        @Nullable Object nothing = null;
        return client.call(method, path + below, nothing, Map.of());
    }
}
