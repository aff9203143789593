package dev.berth.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What a sandbox calls; the test plays one.
abstract class SandboxCalls {
    private static final String PATHS = "/sandbox/";
    private static final Map<String, String> FAILURE =
            Map.of("code", "clone_failed", "detail", "It is gone.", "remedy", "Mend it.", "mustAct", "caller");

    private final RunningBerth berth;
    private final Api api;
    private final Work work;
    private String profile = "";

    SandboxCalls(RunningBerth berth) {
        this.berth = berth;
        this.api = berth.admin();
        this.work = new Work(api);
    }

    @BeforeEach
    void aProfileWhoseSandboxesArePlayed() {
        profile = work.ready(Work.EMPTY_DRAFT);
        berth.sandboxes()
                .play(work.snapshot(profile).path("artifact").path("ref").asString());
    }

    @Test
    void aSandboxLivesItsLife() {
        var sandbox = launched();
        assertThat(sandbox.bootstrap().answers(200).text("session")).isEqualTo(sandbox.session());
        assertThat(sandbox.bootstrap().answers(200).text("sandbox")).isNotEmpty();
        sandbox.call("GET /sandbox/v1/manifest").answers(200);
        sandbox.ready();
        work.awaitStatus(sandbox.session(), "running");
        var turn = sandbox.call("POST /sandbox/v1/turns").answers(201);
        assertThat(sandbox.call("POST /sandbox/v1/turns").answers(201).text()).isEqualTo(turn.text());
        sandbox.call("POST /sandbox/v1/heartbeats")
                .json(Map.of("idleMillis", 0))
                .answers(200);
        sandbox.ended(turn.text("turn"));
        assertThat(work.events(sandbox.session(), "turn.ended")).hasSize(1);
        sandbox.ended(turn.text("turn"));
        assertThat(work.events(sandbox.session(), "turn.ended")).hasSize(1);
        sandbox.call("POST /sandbox/v1/turns").answers(204);
        for (var kind : List.of("diff", "output")) {
            sandbox.call("POST /sandbox/v1/uploads")
                    .json(Map.of("kind", kind, "bytes", 10))
                    .answers(201);
        }
        work.stop(sandbox.session());
    }

    @Test
    void aSandboxThatCannotGoOnSaysWhy() {
        var sandbox = launched();
        sandbox.bootstrap().answers(200);
        sandbox.call("POST /sandbox/v1/failure")
                .json(Map.of("failure", FAILURE))
                .answers(200);
        assertThat(work.awaitStatus(sandbox.session(), "failed")
                        .at("/failure/code")
                        .asString())
                .isEqualTo(FAILURE.get("code"));
    }

    @Test
    void aTokenIsExchangedForOneSecret() {
        var sandbox = launched();
        sandbox.bootstrap().answers(200);
        sandbox.withSecret("another").bootstrap().answers(409, "already_exchanged");
        var failed = work.awaitStatus(sandbox.session(), "failed");
        assertThat(failed.at("/failure/code").asString()).isEqualTo("bootstrap_token_used_twice");
    }

    @TestFactory
    Stream<DynamicTest> aGenerationThatHasEndedIsToldSo() {
        var sandbox = launched();
        sandbox.bootstrap().answers(200);
        sandbox.ready();
        work.stop(sandbox.session());
        return each(routeKey -> valid(sandbox, routeKey).answers(410, "generation_ended"));
    }

    @TestFactory
    Stream<DynamicTest> aTokenOfNobodyOpensNothing() {
        var nobody = new PlayedSandbox(api, "ses_none", "sbx_none.token", "secret");
        return each(routeKey -> valid(nobody, routeKey).answers(401, "unknown_sandbox"));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotTheProtocolIsRefused() {
        var sandbox = launched();
        sandbox.bootstrap().answers(200);
        return each(routeKey -> {
            if (api.document().takesABody(routeKey)) {
                sandbox.call(routeKey).text("{").answers(400, "invalid_json");
                sandbox.call(routeKey).text("{\"unknown\": 1}").answers(400, "invalid_body");
            }
        });
    }

    @Test
    void anotherProtocolIsRefused() {
        launched()
                .call("POST /sandbox/v1/bootstrap")
                .json(Map.of("protocol", 99, "secretHash", "0".repeat(64)))
                .answers(400, "unsupported_protocol");
    }

    @Test
    void aBatchThatIsTooLargeIsRefused() {
        var sandbox = launched();
        sandbox.bootstrap().answers(200);
        sandbox.call("POST /sandbox/v1/batches")
                .text("\"" + "x".repeat(300 * 1024) + "\"")
                .answers(413, "body_too_large");
    }

    @Test
    void aSandboxOfASessionThatIsNotKeptHasNoPlaceForArchives() {
        var sandbox = launched();
        sandbox.bootstrap().answers(200);
        sandbox.call("POST /sandbox/v1/uploads")
                .json(PlayedSandbox.archiveUpload())
                .answers(409, "workspace_not_kept");
        sandbox.call("POST /sandbox/v1/uploads")
                .json(Map.of("kind", "archive", "bytes", 7))
                .answers(400, "invalid_body");
        sandbox.call("POST /sandbox/v1/uploads")
                .json(Map.of("kind", "archive", "bytes", (2L << 30) + 1, "crc32c", "00000000"))
                .answers(400, "invalid_body");
    }

    @Test
    void whatASandboxKeepsIsGivenToTheNext() {
        var stranger = berth.stranger();
        stranger.call("PATCH /v1/organization")
                .json(Map.of("settings", Map.of("persistentSandboxes", true)))
                .answers(200);
        var theirs = new Work(stranger);
        var kept = theirs.ready(Map.of("persistent", true));
        berth.sandboxes()
                .play(theirs.snapshot(kept).path("artifact").path("ref").asString());
        var sandbox = launched(stranger, theirs, kept);
        assertThat(sandbox.bootstrap().answers(200).json().path("keep").has("restore"))
                .isFalse();
        sandbox.ready();
        var target = sandbox.call("POST /sandbox/v1/uploads")
                .json(PlayedSandbox.archiveUpload())
                .answers(201);
        var report = PlayedSandbox.archive(target.text("reference"));
        sandbox.call("POST /sandbox/v1/archives").json(report).answers(409, "archive_not_stored");
        PlayedSandbox.put(target.text("url"));
        sandbox.call("POST /sandbox/v1/archives").json(report).answers(204);
        sandbox.call("POST /sandbox/v1/archives").json(report).answers(204);
        var session = sandbox.session();
        assertThat(theirs.session(session).at("/archive/bytes").asInt()).isEqualTo(7);
        theirs.stop(session);
        assertThat(theirs.session(session).path("archive").has("keptUntil")).isTrue();
        stranger.call("POST /v1/sessions/{session}/resume", session).answers(202);
        var next = launched(stranger, session);
        assertThat(next.bootstrap()
                        .answers(200)
                        .json()
                        .at("/keep/restore/bytes")
                        .asInt())
                .isEqualTo(7);
        next.ready();
        assertThat(theirs.awaitStatus(session, "running").path("workspace").asString())
                .isEqualTo("restored");
        theirs.stop(session);
        var fresh = Map.of("workspace", "fresh");
        var resumed = stranger.call("POST /v1/sessions/{session}/resume", session)
                .json(fresh)
                .answers(202);
        assertThat(resumed.text("workspace")).isEqualTo("fresh");
        launched(stranger, session);
        stranger.call("POST /v1/sessions/{session}/resume", session).json(fresh).answers(200);
        stranger.call("POST /v1/sessions/{session}/stop", session).send();
    }

    private PlayedSandbox launched() {
        return launched(api, work, profile);
    }

    private PlayedSandbox launched(Api caller, Work theirs, String from) {
        return launched(caller, theirs.start(from, "the task"));
    }

    private PlayedSandbox launched(Api caller, String session) {
        var launch = Work.eventually()
                .until(() -> berth.sandboxes().launched(session), Optional::isPresent)
                .orElseThrow();
        return new PlayedSandbox(caller, session, launch.bootstrapToken(), "secret-of-" + session);
    }

    private Stream<DynamicTest> each(Check check) {
        return api.document().routeKeys().stream()
                .filter(routeKey -> routeKey.contains(PATHS))
                .sorted()
                .map(routeKey -> DynamicTest.dynamicTest(routeKey, () -> check.of(routeKey)));
    }

    private static Call valid(PlayedSandbox sandbox, String routeKey) {
        return switch (routeKey.substring(routeKey.lastIndexOf('/') + 1)) {
            case "bootstrap" -> sandbox.bootstrap();
            case "ready" -> sandbox.call(routeKey).json(Map.of("phases", List.of()));
            case "failure" -> sandbox.call(routeKey).json(Map.of("failure", FAILURE));
            case "batches" -> sandbox.call(routeKey).json(PlayedSandbox.batch("trn_1"));
            case "heartbeats" -> sandbox.call(routeKey).json(Map.of("idleMillis", 0));
            case "archives" -> sandbox.call(routeKey).json(PlayedSandbox.archive("arc_" + "0".repeat(26)));
            case "uploads" -> sandbox.call(routeKey).json(Map.of("kind", "diff", "bytes", 1));
            default -> sandbox.call(routeKey);
        };
    }

    private interface Check {
        void of(String routeKey);
    }
}
