package dev.berth.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is sent wrong is refused with the place of the fault, and changes nothing.
@ExtendWith(SharedBerth.class)
class BadInputTest {
    private static final int LONGEST_TEXT = 64 * 1024;

    private final RunningBerth berth;
    private final Api api;
    private final Work work;

    BadInputTest(RunningBerth berth) {
        this.berth = berth;
        this.api = berth.admin();
        this.work = new Work(api);
    }

    @Test
    void anUnknownFieldIsNamed() {
        refusedAt("/colour", Map.of("profile", profile(), "task", "true", "colour", "red"));
    }

    @Test
    void aWrongTypeIsNamed() {
        refusedAt("/task", Map.of("profile", profile(), "task", 7));
    }

    @Test
    void aTextThatIsTooLongIsNamed() {
        refusedAt("/task", Map.of("profile", profile(), "task", "é".repeat(LONGEST_TEXT / 2) + "x"));
    }

    @Test
    void aTextWithANulIsNamed() {
        refusedAt("/task", Map.of("profile", profile(), "task", "echo a\0b"));
    }

    @Test
    void aTaskOfAMegabyteIsTooLarge() {
        var task = "x".repeat(1024 * 1024);
        api.call("POST /v1/sessions")
                .json(Map.of("profile", profile(), "task", task))
                .answers(413, "body_too_large");
    }

    @Test
    void theLongestTaskIsRun() {
        var task = "echo begun #" + "x".repeat(LONGEST_TEXT - "echo begun #".length());
        assertThat(work.output(work.ran(profile(), task))).isEqualTo("begun\n");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        var body = "{\"profile\": \"%s\", \"task\": \"\u00ff\"}".formatted(profile());
        var refused = api.call("POST /v1/sessions").raw(body.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refused.answers(400, "invalid_json").text("detail")).contains("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t"})
    void aTaskSaysSomething(String task) {
        refusedAt("/task", Map.of("profile", profile(), "task", task));
    }

    @Test
    void aSetupScriptWithANulIsRefused() {
        var profile = work.profile();
        var tag = api.call("GET /v1/profiles/{profile}/draft", profile)
                .answers(200)
                .header("etag");
        var refused = api.call("PUT /v1/profiles/{profile}/draft", profile)
                .header("if-match", tag)
                .json(Map.of("setupScript", "true\0"))
                .answers(400, "invalid_body");
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/setupScript");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/sessions/{session}",
                "DELETE /v1/sessions/{session}",
                "GET /v1/sessions/{session}/events",
                "GET /v1/sessions/{session}/diff",
                "POST /v1/sessions/{session}/stop",
                "POST /v1/sessions/{session}/resume",
                "POST /v1/sessions/{session}/interrupt",
            })
    void anothersSessionIsNotThere(String routeKey) {
        var theirs = berth.stranger();
        theirs.call(routeKey, berth.scene().session()).answers(404, "session_not_found");
    }

    @Test
    void anothersProfileIsNotThere() {
        var theirs = berth.stranger();
        theirs.call("GET /v1/profiles/{profile}", profile()).answers(404, "profile_not_found");
        theirs.call("DELETE /v1/profiles/{profile}", profile()).answers(404, "profile_not_found");
        theirs.call("POST /v1/sessions")
                .json(Map.of("profile", profile(), "task", "true"))
                .answers(404, "profile_not_found");
        assertThat(theirs.call("GET /v1/sessions").answers(200).json().path("items"))
                .isEmpty();
    }

    @Test
    void aCursorIsOfItsOwnList() {
        work.profile();
        work.profile();
        var page = api.call("GET /v1/profiles").query("limit", 1).answers(200);
        berth.stranger()
                .call("GET /v1/profiles")
                .query("cursor", page.text("nextCursor"))
                .answers(400, "invalid_cursor");
        api.call("GET /v1/sessions").query("cursor", page.text("nextCursor")).answers(400, "invalid_cursor");
    }

    @Test
    void aDeletedSessionTakesNoMessage() {
        var session = work.ran(profile(), "true");
        api.call("DELETE /v1/sessions/{session}", session).answers(204);
        api.call("POST /v1/sessions/{session}/messages", session)
                .json(Map.of("text", "true"))
                .answers(404, "session_not_found");
    }

    @ParameterizedTest
    @CsvSource({
        "https://user@example.com/a.git,          app,      main,     repository_url_has_credentials",
        "https://user:password@example.com/a.git, app,      main,     repository_url_has_credentials",
        "ssh://git@example.com/a.git,             app,      main,     repository_url_has_credentials",
        "git@example.com:a.git,                   app,      main,     repository_transport_not_allowed",
        "ext::sh -c touch% x,                     app,      main,     repository_transport_not_allowed",
        "http://example.com/a.git,                app,      main,     repository_transport_not_allowed",
        "https://example.com/a.git,               /app,     main,     repository_path_invalid",
        "https://example.com/a.git,               a/../../b, main,    repository_path_invalid",
        "https://example.com/a.git,               a/.git,   main,     repository_path_invalid",
        "https://example.com/a.git,               app,      --upload, repository_branch_invalid",
    })
    void aRepositoryThatCannotBeIsAnIssue(String url, String path, String branch, String code) {
        var repository = Map.of("id", "app", "url", url, "path", path, "branch", branch);
        assertThat(issues(Map.of("repositories", List.of(repository)))).containsExactly(code);
    }

    @Test
    void aPathThatIsUsedTwiceIsAnIssue() {
        var one = Map.of("id", "one", "url", "https://example.com/a.git", "path", "app");
        var two = Map.of("id", "two", "url", "https://example.com/b.git", "path", "app");
        assertThat(issues(Map.of("repositories", List.of(one, two)))).containsExactly("repository_path_taken");
    }

    private List<String> issues(Map<String, ?> draft) {
        var profile = work.drafted(draft);
        api.call("POST /v1/profiles/{profile}/versions", profile).answers(409, "draft_has_issues");
        return api.call("GET /v1/profiles/{profile}/draft/issues", profile)
                .answers(200)
                .json()
                .path("items")
                .valueStream()
                .map(issue -> issue.path("code").asString())
                .toList();
    }

    private void refusedAt(String pointer, Map<String, ?> creation) {
        var refused = api.call("POST /v1/sessions").json(creation).answers(400, "invalid_body");
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    private String profile() {
        return berth.scene().profile();
    }
}
