package dev.berth.local.cli.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.local.cli.CommandRun;
import dev.berth.local.cli.stub.StubAnswer;
import dev.berth.local.cli.stub.StubServer;
import dev.berth.local.cli.stub.StubSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditProfileTest {
    private static final String DRAFT = "/v1/profiles/prf_1/draft";

    @TempDir
    private Path folder;

    private final StubServer server = new StubServer(0);

    EditProfileTest() {
        new StubSession().serve(server);
        server.on(
                "GET", DRAFT, StubAnswer.json(200, "{\"setupScript\":\"old\"}").with("ETag", "\"7\""));
        server.on("PUT", DRAFT, StubAnswer.json(200, "{}"));
        server.on("GET", DRAFT + "/issues", StubAnswer.json(200, "{\"items\":[]}"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anEditedDraftIsStoredOverTheOneThatWasRead() {
        CommandRun run = edit("sed -i s/old/new/", "profile", "edit", "demo");
        assertThat(run.exitCode()).isZero();
        var put = server.requests("PUT", DRAFT).getFirst();
        assertThat(put.json().path("setupScript").asString()).isEqualTo("new");
        assertThat(put.header("If-Match")).isEqualTo("\"7\"");
    }

    @Test
    void anUnchangedDraftIsNotStored() {
        CommandRun run = edit("true", "profile", "edit", "demo");
        assertThat(run.err()).contains("Nothing was changed.");
        assertThat(server.requests("PUT", DRAFT)).isEmpty();
    }

    @Test
    void theTextIsKeptWhenSomebodyElseWasFaster() throws IOException {
        server.on("PUT", DRAFT, StubAnswer.problem(412, "draft_changed", "The draft changed.", "Read it again."));
        CommandRun run = edit("sed -i s/old/mine/", "profile", "edit", "demo");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("Somebody else changed the draft of demo")
                .doesNotContain("Exception");
        assertThat(keptText(run)).contains("mine");
    }

    @Test
    void theTextIsKeptWhenItIsNotJson() throws IOException {
        CommandRun run = edit("sed -i s/old/unquoted\\\"/", "profile", "edit", "demo");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("is not JSON", "Mend line 2");
        assertThat(keptText(run)).contains("unquoted");
        assertThat(server.requests("PUT", DRAFT)).isEmpty();
    }

    @Test
    void aRefusedDraftSaysWhereAndIsKept() throws IOException {
        server.on("PUT", DRAFT, new StubAnswer(400, Map.of(), """
                {"detail": "The draft is refused.", "remedy": "Mend it.",
                 "errors": [{"pointer": "/setupScript", "detail": "must be a string"}]}"""));
        CommandRun run = edit("sed -i s/old/mine/", "profile", "edit", "demo");
        assertThat(run.err()).contains("The draft is refused.\n  /setupScript: must be a string", "→ Mend it.");
        assertThat(keptText(run)).contains("mine");
    }

    @Test
    void aFailedEditorStoresNothing() {
        CommandRun run = edit("false", "profile", "edit", "demo");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("ended with 1");
        assertThat(server.requests("PUT", DRAFT)).isEmpty();
    }

    @Test
    void aFileIsStoredAndItsIssuesAreShown() throws IOException {
        server.on("GET", DRAFT + "/issues", StubAnswer.json(200, """
                {"items": [{"code": "repository_path_used_twice", "pointer": "/repositories/1/path",
                            "detail": "The path app is used twice.", "remedy": "Choose another."}]}"""));
        Files.writeString(folder.resolve("draft.json"), "{\"setupScript\":\"file\"}");
        CommandRun run = edit("false", "profile", "edit", "demo", "--file", "draft.json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("/repositories/1/path: The path app is used twice.", "→ Choose another.");
        assertThat(server.requests("PUT", DRAFT)).hasSize(1);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(edit("false", "profile", "edit", "demo", "--file", "nope.json")
                        .err())
                .contains("nope.json");
    }

    private CommandRun edit(String editor, String... arguments) {
        return CommandRun.in(
                folder, Map.of("BERTH_URL", server.url(), "BERTH_API_KEY", "key", "EDITOR", editor), "", arguments);
    }

    private static String keptText(CommandRun run) throws IOException {
        Matcher named = Pattern.compile("kept in (\\S+\\.json)").matcher(run.err());
        assertThat(named.find()).isTrue();
        Path kept = Path.of(named.group(1));
        List<String> lines = Files.readAllLines(kept);
        Files.delete(kept);
        return String.join("\n", lines);
    }
}
