package dev.berth.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Json;
import dev.berth.supervisor.model.ScriptedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// The session that `docs/agents.md` shows: the real Codex at work on Berth's own repository, with a model that plays
/// `examples/codex-session/model.txt`. Its transcript is left in `target`.
@Tag("codex")
class CodexExampleIT {
    private static final Path CLONE = Path.of("..").toAbsolutePath().normalize();
    private static final Path EXAMPLE = CLONE.resolve("examples/codex-session");

    @Test
    void codexWorksOnBerthItself() throws Exception {
        var berth = new InstalledBerth();
        try (var model = new ScriptedModel().scripts(EXAMPLE.resolve("model.txt"))) {
            var up = berth.up();
            Files.writeString(berth.root().resolve("profile.json"), profile(model, ownRepository(berth)));
            berth.runs("profile", "create", "berth", "--file", "profile.json", "--publish");

            var session = berth.run(
                            "session", "start", "--profile", "berth", "--json", "I want to see our longest Java files.")
                    .json()
                    .path("id")
                    .asString();
            var watch = berth.begin("session", "watch", session).awaitOut("turn completed");
            berth.runs("session", "send", session, "Without tests, please.");
            watch.awaitOut("tests are left out now");
            berth.runs("session", "stop", session, "--wait");

            assertTranscript(berth.runs("session", "watch", session));
            assertThat(berth.runs("session", "diff", session))
                    .contains("+longest: ## the ten longest Java files, without tests")
                    .doesNotContainPattern("\n-[^-]");
            up.interrupt();
        }
    }

    private static void assertTranscript(String transcript) throws Exception {
        Files.writeString(Path.of("target/codex-session.txt"), transcript);
        assertThat(transcript)
                .containsSubsequence(
                        "→ exec_command $ grep -n '##' Makefile",
                        "→ apply_patch files=[Makefile]",
                        "→ exec_command $ make longest",
                        " total",
                        "The first line is the total",
                        "longest         the ten longest Java files",
                        "✓ turn completed",
                        "Without tests, please.",
                        "✓ turn completed")
                .doesNotContain("✗", "no step");
    }

    private static String profile(ScriptedModel model, Path repository) throws Exception {
        var draft = (ObjectNode) Json.MAPPER.readTree(Files.readString(EXAMPLE.resolve("profile.json")));
        ((ObjectNode) draft.at("/agent/options")).put("baseUrl", model.url());
        ((ObjectNode) draft.at("/repositories/0")).put("url", "file://" + repository);
        return draft.toString();
    }

    private static Path ownRepository(InstalledBerth berth) throws Exception {
        var copy = berth.root().resolve("berth");
        var made = new ProcessBuilder("git", "clone", "--quiet", "--depth", "1", "file://" + CLONE, copy.toString())
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        return copy;
    }
}
