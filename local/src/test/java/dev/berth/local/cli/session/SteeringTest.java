package dev.berth.local.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Json;
import dev.berth.local.cli.CommandRun;
import dev.berth.local.cli.stub.StubAnswer;
import dev.berth.local.cli.stub.StubServer;
import dev.berth.local.cli.stub.StubSession;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteeringTest {
    private final StubServer server = new StubServer(0);
    private final StubSession session = new StubSession();

    SteeringTest() {
        session.serve(server);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "resume", "interrupt"})
    void asksAndSaysWhereTheSessionStands(String verb) {
        server.on(
                "POST",
                "/v1/sessions/ses_1/" + verb,
                StubAnswer.json(202, "{\"id\":\"ses_1\",\"status\":\"stopping\"}"));
        assertThat(berth("session", verb, "ses_1").out()).isEqualTo("ses_1 is stopping\n");
    }

    @Test
    void saysWhenThereWasNothingToDo() {
        server.on("POST", "/v1/sessions/ses_1/stop", StubAnswer.json(200, "{\"id\":\"ses_1\",\"status\":\"stopped\"}"));
        assertThat(berth("session", "stop", "ses_1").out()).isEqualTo("ses_1 is stopped; there was nothing to do\n");
    }

    @Test
    void stopCanWaitForTheEnd() {
        server.on("POST", "/v1/sessions/ses_1/stop", request -> {
            session.status("stopped");
            return StubAnswer.json(202, "{\"id\":\"ses_1\",\"status\":\"stopping\"}");
        });
        assertThat(berth("session", "stop", "ses_1", "--wait").out())
                .isEqualTo("ses_1 is stopping\nses_1 is stopped\n");
    }

    @Test
    void aMessageFromStandardInputIsSentWithItsMode() {
        server.on("POST", "/v1/sessions/ses_1/messages", StubAnswer.json(202, "{\"id\":\"msg_2\"}"));
        CommandRun run = CommandRun.in(
                Path.of("target"),
                Map.of("BERTH_URL", server.url(), "BERTH_API_KEY", "key"),
                "git status\n",
                "session",
                "send",
                "ses_1",
                "-",
                "--interrupt");
        assertThat(run.out()).isEqualTo("accepted msg_2\n");
        var request = server.requests("POST", "/v1/sessions/ses_1/messages").getFirst();
        assertThat(request.json())
                .isEqualTo(Json.MAPPER.readTree("{\"text\":\"git status\\n\",\"mode\":\"interrupt\"}"));
    }

    @Test
    void aPipedDiffIsExact() {
        server.on("GET", "/v1/sessions/ses_1/diff", StubAnswer.text("text/x-diff", "+a\u001b[2J\r\n"));
        assertThat(berth("session", "diff", "ses_1").out()).isEqualTo("+a\u001b[2J\r\n");
    }

    @Test
    void aLargeDiffIsFetchedWhereItLiesAndTheKeyStaysHere() {
        server.on(
                "GET",
                "/v1/sessions/ses_1/diff",
                new StubAnswer(302, Map.of("Location", "/objects/1?signature=x"), ""));
        server.on("GET", "/objects/1", StubAnswer.text("text/x-diff", "+large\n"));
        assertThat(berth("session", "diff", "ses_1").out()).isEqualTo("+large\n");
        assertThat(server.requests("GET", "/objects/1").getFirst().header("Authorization"))
                .isNull();
    }

    @Test
    void listsAreTablesWithTheNamesOfProfiles() {
        server.on("GET", "/v1/sessions", StubAnswer.json(200, """
                {"items": [{"id": "ses_2", "status": "running", "turn": "active", "profile": "prf_1",
                            "title": "mend it", "createdAt": "2026-11-22T11:57:00Z"},
                           {"id": "ses_1", "status": "stopped", "statusReason": "user", "profile": "prf_1",
                            "title": "x\\u001b[2J", "createdAt": "2026-11-22T10:00:00Z"}]}"""));
        assertThat(berth("session", "list").out()).isEqualTo("""
                SESSION  STATUS            PROFILE  CREATED    TITLE
                ses_2    running, at work  demo     3 min ago  mend it
                ses_1    stopped (user)    demo     2 h ago    x␛[2J
                """);
    }

    @Test
    void anUnknownSessionIsSaidWithoutAStackTrace() {
        CommandRun run = berth("session", "show", "ses_9");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("berth: There is no /v1/sessions/ses_9.\n  → Look at the list.\n");
    }

    private CommandRun berth(String... arguments) {
        return CommandRun.of(server.url(), arguments);
    }
}
