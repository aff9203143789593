package dev.berth.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionFactory;
import tools.jackson.databind.JsonNode;

/// What tests do all the time: profiles that are ready, sessions that got somewhere.
record Work(Api api) {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    static final Map<String, Object> EMPTY_DRAFT = Map.of();

    /// Patient, since the machine may be busy.
    static ConditionFactory eventually() {
        return await().atMost(LONGEST).pollInterval(Duration.ofMillis(50));
    }

    /// A profile with a name that nothing else has.
    String profile() {
        var name = Map.of("name", "of a test " + UUID.randomUUID());
        return api.call("POST /v1/profiles").json(name).answers(201).text("id");
    }

    /// A profile with this draft.
    String drafted(Map<String, ?> draft) {
        var profile = profile();
        replaceDraft(profile, draft);
        return profile;
    }

    void replaceDraft(String profile, Map<String, ?> draft) {
        var tag = api.call("GET /v1/profiles/{profile}/draft", profile)
                .answers(200)
                .header("etag");
        api.call("PUT /v1/profiles/{profile}/draft", profile)
                .header("if-match", tag)
                .json(draft)
                .answers(200);
    }

    /// A profile whose first version's snapshot is being built.
    String published(Map<String, ?> draft) {
        var profile = drafted(draft);
        api.call("POST /v1/profiles/{profile}/versions", profile).answers(202);
        return profile;
    }

    /// A profile that sessions can start from.
    String ready(Map<String, ?> draft) {
        var profile = published(draft);
        var snapshot = awaitSnapshot(profile, "ready", "failed");
        assertThat(snapshot.path("status").asString()).as(snapshot.toString()).isEqualTo("ready");
        return profile;
    }

    JsonNode snapshot(String profile) {
        return api.call("GET /v1/profiles/{profile}/versions/{version}/snapshot", profile, 1)
                .answers(200)
                .json();
    }

    JsonNode awaitSnapshot(String profile, String... statuses) {
        return eventually().until(() -> snapshot(profile), snapshot -> List.of(statuses)
                .contains(snapshot.path("status").asString()));
    }

    String start(String profile, String task) {
        return start(Map.of("profile", profile, "task", task));
    }

    String start(Map<String, ?> creation) {
        return api.call("POST /v1/sessions").json(creation).answers(202).text("id");
    }

    /// A session that ran its task and stopped.
    String ran(String profile, String task) {
        var session = start(Map.of("profile", profile, "task", task, "stopWhenDone", true));
        awaitStatus(session, "stopped");
        return session;
    }

    JsonNode session(String session) {
        return api.call("GET /v1/sessions/{session}", session).answers(200).json();
    }

    JsonNode awaitStatus(String session, String... statuses) {
        return eventually().until(() -> session(session), now -> List.of(statuses)
                .contains(now.path("status").asString()));
    }

    /// Waits until so many turns have ended, and tells of the last one.
    JsonNode awaitTurns(String session, int turns) {
        return eventually()
                .until(() -> events(session, "turn.ended"), ended -> ended.size() >= turns)
                .get(turns - 1)
                .path("data");
    }

    void awaitTurnStarted(String session) {
        eventually().until(() -> !events(session, "turn.started").isEmpty());
    }

    void awaitOutput(String session, String text) {
        eventually().until(() -> output(session).contains(text));
    }

    String send(String session, String text) {
        return api.call("POST /v1/sessions/{session}/messages", session)
                .json(Map.of("text", text))
                .answers(202)
                .text("id");
    }

    void stop(String session) {
        api.call("POST /v1/sessions/{session}/stop", session).send();
        awaitStatus(session, "stopped", "failed");
    }

    /// The whole log; its numbers have no gaps.
    List<JsonNode> events(String session) {
        var all = new ArrayList<JsonNode>();
        for (var more = page(session, 0); !more.isEmpty(); more = page(session, all.size())) {
            more.forEach(all::add);
        }
        for (var index = 0; index < all.size(); index++) {
            assertThat(all.get(index).path("seq").asInt()).isEqualTo(index + 1);
        }
        return all;
    }

    List<JsonNode> events(String session, String type) {
        return events(session).stream()
                .filter(event -> event.path("type").asString().equals(type))
                .toList();
    }

    String output(String session) {
        return events(session, "command.output").stream()
                .map(event -> event.path("data").path("text").asString())
                .collect(Collectors.joining());
    }

    private JsonNode page(String session, int after) {
        return api.call("GET /v1/sessions/{session}/events", session)
                .query("after", after)
                .query("limit", 1000)
                .answers(200)
                .json()
                .path("items");
    }
}
