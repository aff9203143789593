package dev.berth.local.e2e;

import static dev.berth.supervisor.model.Step.patch;
import static dev.berth.supervisor.model.Step.refuse;
import static dev.berth.supervisor.model.Step.run;
import static dev.berth.supervisor.model.Step.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Json;
import dev.berth.supervisor.model.ScriptedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a user does with codex: the real one, asking a model that plays scripts.
@Tag("codex")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CodexIT {
    private static final String PATCH = """
            *** Begin Patch
            *** Update File: greeting.txt
            @@
            -hello
            +good evening
            *** End Patch
            """;

    private InstalledBerth berth;
    private ScriptedModel model;
    private Command up;

    @BeforeAll
    void aProfileThatIsReady() throws Exception {
        model = startModel();
        model.script(
                        "polite",
                        run("I look first.", "cat greeting.txt"),
                        patch("Too short.", PATCH),
                        run("Let me see.", "sleep 0.5; echo one; sleep 0.5; echo two; git diff --stat"),
                        say("It is polite now."))
                .script("rest", run("I rest.", "echo resting; sleep 987653"))
                .script("who are you", say("I am at work."))
                .script("go on", say("I go on."))
                .script("status 401", refuse(401))
                .script("status 500", refuse(500));
        berth = new InstalledBerth();
        up = startUp(berth);
        repository(berth.root().resolve("app"));
        profile("codex", Map.of("baseUrl", model.url(), "maxRetries", 1), false);
        berth.allowPersistentSandboxes();
        profile("keeps", Map.of("baseUrl", model.url(), "maxRetries", 1), true);
    }

    @AfterAll
    void stop() {
        up.interrupt();
        model.close();
        leaveNothing(berth);
    }

    ScriptedModel startModel() throws Exception {
        return new ScriptedModel();
    }

    Command startUp(InstalledBerth installed) {
        return installed.up();
    }

    void leaveNothing(InstalledBerth installed) {
        // Its folders go with the build's.
    }

    @Test
    void aRunShowsWhatCodexSaysDoesAndChanges() {
        var shown = berth.runs("run", "--profile", "codex", "make the greeting polite");

        assertThat(shown)
                .containsSubsequence(
                        "I look first.",
                        "→ exec_command $ cat greeting.txt",
                        "│ hello",
                        "→ apply_patch files=[greeting.txt]",
                        "~ greeting.txt",
                        "+good evening",
                        "│ one",
                        "│ two",
                        "It is polite now.",
                        "1 file changed, +1 -1",
                        "turn completed",
                        "4,000 tokens in, 40 out")
                .containsOnlyOnce("│ two")
                .containsOnlyOnce("~ greeting.txt");
    }

    @Test
    void aSessionIsSteeredAndRemembersUntilItsSandboxIsGone() {
        var session = berth.run("session", "start", "--profile", "codex", "--json", "please rest")
                .json()
                .path("id")
                .asString();
        var watch = berth.begin("session", "watch", session).awaitOut("resting");

        berth.runs("session", "interrupt", session);
        watch.awaitOut("turn interrupted");
        berth.runs("session", "send", session, "who are you?");
        watch.awaitOut("I am at work.");
        assertThat(model.requests().getLast().userTexts()).containsSubsequence("please rest", "who are you?");
        berth.runs("session", "stop", session, "--wait");

        berth.runs("session", "send", session, "go on where you were");
        berth.begin("session", "watch", session).awaitOut("I go on.");
        assertThat(model.requests().getLast().userTexts())
                .anySatisfy(text -> assertThat(text).contains("[message] please rest", "[agent] I am at work."));
        berth.runs("session", "stop", session, "--wait");
        assertThat(processes("sleep 987653")).isZero();
    }

    @Test
    void itRemembersOverAResumeWhenItsSessionIsKept() {
        var session = berth.run("session", "start", "--profile", "keeps", "--json", "who are you?")
                .json()
                .path("id")
                .asString();
        berth.begin("session", "watch", session).awaitOut("turn completed");
        berth.runs("session", "stop", session, "--wait");

        berth.runs("session", "send", session, "go on");
        berth.begin("session", "watch", session).awaitOut("I go on.");

        assertThat(model.requests().getLast().userTexts()).contains("who are you?", "go on");
        assertThat(model.requests().getLast().body().toString()).contains("I am at work.");
        berth.runs("session", "stop", session, "--wait");
    }

    @ParameterizedTest
    @CsvSource({"status 401, model_unauthorized, MODEL_KEY", "status 500, model_unavailable, Wait a while"})
    void aModelThatFailsIsToldWithWhatToDo(String task, String code, String remedy) {
        var run = berth.run("run", "--profile", "codex", task);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("✗ model_retry", "✗ " + code, "→ ", remedy, "turn failed");
    }

    @Test
    void aModelThatIsNotThereIsToldWithItsAddress() throws Exception {
        profile("lonely", Map.of("baseUrl", "http://127.0.0.1:1/v1", "maxRetries", 1), false);

        var run = berth.run("run", "--profile", "lonely", "hello");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("✗ model_unreachable", "agent.options.baseUrl");
    }

    @Test
    void anOptionThatCodexDoesNotTakeStopsThePublishing() throws Exception {
        draft("wrong.json", Map.of("baseUrl", "model.example", "temperature", 1), false);
        berth.runs("profile", "create", "wrong");
        berth.runs("profile", "edit", "wrong", "--file", "wrong.json");

        var publish = berth.run("profile", "publish", "wrong");

        assertThat(publish.exitCode()).isNotZero();
        assertThat(publish.out() + publish.err())
                .contains("/agent/options/baseUrl", "/agent/options/temperature", "maxRetries");
    }

    @Test
    void theDoctorNamesIt() {
        assertThat(berth.runs("doctor")).containsPattern("codex .*codex-cli");
    }

    private void profile(String name, Map<String, Object> options, boolean persistent) throws Exception {
        draft(name + ".json", options, persistent);
        berth.runs("profile", "create", name, "--file", name + ".json", "--publish");
    }

    private void draft(String file, Map<String, Object> options, boolean persistent) throws Exception {
        var draft = new HashMap<String, Object>();
        draft.put("persistent", persistent);
        draft.put("agent", Map.of("runtime", "codex", "options", options));
        draft.put(
                "repositories",
                List.of(Map.of("id", "app", "url", "file://" + berth.root().resolve("app"), "path", "app")));
        Files.writeString(berth.root().resolve(file), Json.MAPPER.writeValueAsString(draft));
    }

    private static long processes(String end) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.endsWith(end))
                        .isPresent())
                .count();
    }

    private static void repository(Path folder) throws Exception {
        var script = "git init -q -b main; echo hello > greeting.txt; git add .;"
                + " git -c user.name=t -c user.email=t@example.invalid commit -qm first";
        var made = new ProcessBuilder("bash", "-ec", script)
                .directory(Files.createDirectory(folder).toFile())
                .start();
        assertThat(made.waitFor()).isZero();
    }
}
