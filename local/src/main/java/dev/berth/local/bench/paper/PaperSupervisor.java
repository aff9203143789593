package dev.berth.local.bench.paper;

import dev.berth.event.Json;
import dev.berth.event.Sha256;
import dev.berth.protocol.Activity;
import dev.berth.protocol.BootstrapRequest;
import dev.berth.protocol.EventBatch;
import dev.berth.protocol.Protocol;
import dev.berth.protocol.ReadyReport;
import dev.berth.protocol.SandboxEvent;
import dev.berth.protocol.UploadRequest;
import dev.berth.sandbox.Launch;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Makes the calls that a supervisor makes, when it is told to.
final class PaperSupervisor {
    private static final String SECRET = "a-secret-of-its-own";

    private final MeteredFunction sandboxApi;
    private final MeteredFunction sockets;
    private final String bearer;
    private long batches;

    private PaperSupervisor(PaperControlPlane controlPlane, Launch launch) {
        this.sandboxApi = controlPlane.sandboxApi;
        this.sockets = controlPlane.sockets;
        this.bearer = launch.sandbox().id() + "." + SECRET;
    }

    /// From its first call to its socket.
    static PaperSupervisor ready(PaperControlPlane controlPlane, Launch launch) {
        PaperSupervisor supervisor = new PaperSupervisor(controlPlane, launch);
        supervisor.post(
                "bootstrap", launch.bootstrapToken(), new BootstrapRequest(Protocol.VERSION, Sha256.hex(SECRET)));
        supervisor.post("ready", new ReadyReport(List.of()));
        controlPlane.stepTaken.await();
        supervisor.socket("$connect");
        return supervisor;
    }

    String takeTurn() {
        return post("turns", Map.of()).path("turn").asString();
    }

    void send(List<SandboxEvent> events) {
        batches++;
        post("batches", new EventBatch(batches, Activity.BUSY, events));
    }

    void uploadDiff() {
        post("uploads", new UploadRequest(UploadRequest.Kind.DIFF, 10_000));
    }

    void heartbeat() {
        post("heartbeats", Activity.BUSY);
    }

    void leave() {
        socket("$disconnect");
    }

    private void socket(String routeKey) {
        sockets.invoke(Json.MAPPER.writeValueAsBytes(Map.of(
                "requestContext", Map.of("connectionId", "socket-1", "routeKey", routeKey),
                "headers", Map.of("Authorization", "Bearer " + bearer))));
    }

    private JsonNode post(String operation, Object body) {
        return post(operation, bearer, body);
    }

    private JsonNode post(String operation, String token, Object body) {
        String path = "/sandbox/v1/" + operation;
        return sandboxApi.request("POST " + path, path, token, body);
    }
}
