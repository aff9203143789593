package dev.berth.infra.deployed;

import static org.awaitility.Awaitility.await;

import dev.berth.event.Json;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A session, as a client sees it.
record DeployedSession(BerthApi api, String id) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static DeployedSession start(BerthApi api, String profile, String task) {
        var started = api.post("/v1/sessions", json(Map.of("profile", profile, "task", task)));
        return new DeployedSession(api, started.path("id").stringValue());
    }

    JsonNode read() {
        return api.read(path(""));
    }

    DeployedSession awaitOutput(String text) {
        await().atMost(PATIENCE).until(this::output, output -> output.contains(text));
        return this;
    }

    /// @return the session then
    JsonNode awaitStatus(String status) {
        return await().atMost(PATIENCE).until(this::read, session -> session.path("status")
                .asString("")
                .equals(status));
    }

    void awaitIdle() {
        await().atMost(PATIENCE)
                .until(this::read, session -> session.path("turn").asString("").equals("idle"));
    }

    void send(String text) {
        api.post(path("/messages"), json(Map.of("text", text)));
    }

    void stop() {
        api.post(path("/stop"), "");
    }

    String diff() {
        return api.get(path("/diff")).body();
    }

    /// What commands printed, so far.
    private String output() {
        return api.read(path("/events?limit=1000"))
                .path("items")
                .valueStream()
                .filter(event -> event.path("type").asString("").equals("command.output"))
                .map(event -> event.at("/data/text").asString(""))
                .collect(Collectors.joining());
    }

    private String path(String operation) {
        return "/v1/sessions/" + id + operation;
    }

    private static String json(Map<String, Object> value) {
        return Json.MAPPER.writeValueAsString(value);
    }
}
