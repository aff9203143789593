package dev.berth.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sessions: started, read, steered, deleted.
abstract class SessionCalls {
    @TempDir
    private Path folder;

    private final RunningBerth berth;
    private final Api api;
    private final Work work;

    SessionCalls(RunningBerth berth) {
        this.berth = berth;
        this.api = berth.admin();
        this.work = new Work(api);
    }

    @Test
    void aSessionIsSteered() {
        var session = work.start(berth.scene().profile(), "echo begun; exec sleep 1000");
        work.awaitOutput(session, "begun");
        steer("resume", session, 200);
        steer("interrupt", session, 202);
        assertThat(work.awaitTurns(session, 1).path("outcome").asString()).isEqualTo("interrupted");
        Work.eventually().until(() -> work.session(session).path("turn").asString(), "idle"::equals);
        steer("interrupt", session, 200);
        work.send(session, "echo again");
        work.awaitOutput(session, "again");
        steer("stop", session, 202);
        work.awaitStatus(session, "stopped");
        steer("stop", session, 200);
        steer("resume", session, 202);
        work.awaitStatus(session, "running");
        api.call("DELETE /v1/sessions/{session}", session).answers(204);
        api.call("GET /v1/sessions/{session}", session).answers(404, "session_not_found");
    }

    private void steer(String how, String session, int status) {
        var reply = api.call("POST /v1/sessions/{session}/" + how, session).answers(status);
        assertThat(reply.text("id")).isEqualTo(session);
    }

    @Test
    void sessionsAreListedByWhatTheyAre() {
        var mine = berth.with("sessions", "read");
        var session = new Work(mine).ran(berth.scene().profile(), "true");
        var starter = work.session(session).at("/startedBy/id").asString();
        assertThat(listed("status", "stopped")).contains(session);
        assertThat(listed("profile", berth.scene().profile())).contains(session);
        assertThat(listed("startedBy", starter)).containsExactly(session);
        assertThat(listed("startedBy", "key_none")).isEmpty();
    }

    private List<String> listed(String filter, String value) {
        return api.call("GET /v1/sessions")
                .query(filter, value)
                .query("limit", 100)
                .answers(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    /// What a turn puts out beyond 8 MiB is in one file.
    @Test
    void aLongOutputIsBehindALink() {
        var session = work.ran(berth.scene().profile(), "head -c 9000000 /dev/zero | tr '\\0' x");
        var cut = work.events(session, "command.output").getLast().path("data");
        assertThat(cut.path("truncated").asBoolean(false)).as(cut.toString()).isTrue();
        var output = cut.path("url").asString().replaceFirst(".*/", "");
        var link = api.call("GET /v1/sessions/{session}/outputs/{output}", session, output)
                .answers(302)
                .header("location");
        assertThat(Served.at(api.http(), link)).hasSize(cut.path("bytes").asInt());
    }

    @Test
    void aDiffIsTextAndALargeOneALink() throws Exception {
        var git = new GitRepositories(folder);
        git.make("app", "echo one > file; git add .; git commit -qm first");
        var profile = work.ready(Map.of("repositories", List.of(git.draft("app"))));
        var small = work.ran(profile, "echo two >> file");
        assertThat(diff(small, 200).text()).contains("+two");
        var large = work.ran(profile, "seq 300000 > many");
        assertThat(new String(Served.at(api.http(), diff(large, 302).header("location")), StandardCharsets.UTF_8))
                .contains("+300000");
        assertThat(diff(berth.scene().session(), 200).text()).isEmpty();
    }

    private Reply diff(String session, int status) {
        return api.call("GET /v1/sessions/{session}/diff", session).answers(status);
    }

    @Test
    void aSessionNamesOneOfSeveralRepositories() throws Exception {
        var git = new GitRepositories(folder);
        git.make("app", "echo one > file; git add .; git commit -qm first");
        git.make("lib", "echo two > file; git add .; git commit -qm first");
        var profile = work.ready(Map.of("repositories", List.of(git.draft("app"), git.draft("lib"))));
        var creation = api.call("POST /v1/sessions");
        creation.json(Map.of("profile", profile, "task", "true")).answers(400, "repository_required");
        api.call("POST /v1/sessions")
                .json(Map.of("profile", profile, "task", "true", "repository", "none"))
                .answers(400, "repository_not_found");
        var session =
                work.start(Map.of("profile", profile, "task", "cat file", "repository", "lib", "stopWhenDone", true));
        work.awaitStatus(session, "stopped");
        assertThat(work.output(session)).isEqualTo("two\n");
    }

    @Test
    void anIdempotencyKeyIsForOneBody() {
        var profile = berth.scene().profile();
        var session = startOnce(profile, "true").answers(202).text("id");
        assertThat(startOnce(profile, "true").answers(202).text("id")).isEqualTo(session);
        startOnce(profile, "false").answers(409, "idempotency_key_reused");
        assertThat(sendOnce(session, "true").answers(202).text("id"))
                .isEqualTo(sendOnce(session, "true").answers(202).text("id"));
        sendOnce(session, "false").answers(409, "idempotency_key_reused");
        work.stop(session);
    }

    private Call startOnce(String profile, String task) {
        return api.call("POST /v1/sessions")
                .header("idempotency-key", "once-" + profile)
                .json(Map.of("profile", profile, "task", task));
    }

    private Call sendOnce(String session, String text) {
        return api.call("POST /v1/sessions/{session}/messages", session)
                .header("idempotency-key", "once")
                .json(Map.of("text", text));
    }

    @Test
    void aFullQueueTakesNoMore() {
        var stranger = berth.stranger();
        stranger.call("PATCH /v1/organization")
                .json(Map.of("limits", Map.of("concurrentSessions", 1, "queuedSessions", 0)))
                .answers(200);
        var theirs = new Work(stranger);
        var profile = theirs.ready(Work.EMPTY_DRAFT);
        var ended = theirs.ran(profile, "true");
        var session = theirs.start(profile, "sleep 1000");
        stranger.call("POST /v1/sessions")
                .json(Map.of("profile", profile, "task", "true"))
                .answers(429, "queue_full");
        resumed(stranger, ended).answers(429, "queue_full");
        messaged(stranger, ended).answers(429, "queue_full");
        theirs.stop(session);
    }

    @Test
    void aSessionOfADeletedProfileIsNotResumed() {
        var profile = work.ready(Work.EMPTY_DRAFT);
        var session = work.ran(profile, "true");
        api.call("DELETE /v1/profiles/{profile}", profile).answers(204);
        resumed(api, session).answers(409, "profile_not_startable");
        messaged(api, session).answers(409, "profile_not_startable");
    }

    private static Call resumed(Api api, String session) {
        return api.call("POST /v1/sessions/{session}/resume", session);
    }

    private static Call messaged(Api api, String session) {
        return api.call("POST /v1/sessions/{session}/messages", session).json(Map.of("text", "true"));
    }

    @Test
    void aTicketAndALinkAreGiven() {
        api.call("POST /v1/socket-tickets").answers(201);
        var page = api.as("").call("GET /s/{session}", berth.scene().session()).answers(200);
        var nobodys = "ses_" + UUID.randomUUID().toString().replace("-", "");
        assertThat(api.as("").call("GET /s/{session}", nobodys).answers(200).text())
                .isEqualTo(page.text());
    }
}
