package dev.berth.supervisor;

import static dev.berth.supervisor.model.Step.patch;
import static dev.berth.supervisor.model.Step.run;
import static dev.berth.supervisor.model.Step.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.EventData;
import dev.berth.event.EventData.AgentText;
import dev.berth.event.EventData.CommandOutput;
import dev.berth.event.EventData.DiffUpdated;
import dev.berth.event.EventData.FileChanged;
import dev.berth.event.EventData.ToolCall;
import dev.berth.event.EventData.ToolResult;
import dev.berth.event.EventData.Usage;
import dev.berth.event.TurnOutcome;
import dev.berth.protocol.UploadRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The real Codex command line, asking a model that plays scripts.
@Tag("codex")
class CodexSessionTest {
    private static final String PATCH = """
            *** Begin Patch
            *** Update File: greeting.txt
            @@
            -hello
            +good evening
            *** Add File: note.txt
            +written
            *** End Patch
            """;

    @RegisterExtension
    final CodexFixture codex = new CodexFixture();

    @Test
    void textStreamsAndIsWholeAtTheEnd() {
        codex.model().script("greet", say("Good evening, I am at work."));
        codex.start();

        var end = codex.say("greet me");

        assertThat(end.outcome()).isEqualTo(TurnOutcome.COMPLETED);
        assertThat(end.usage()).isEqualTo(new Usage(1000, 10));
        var texts = codex.told(AgentText.class).toList();
        assertThat(texts.getLast().partial()).isNull();
        assertThat(texts.getLast().text()).isEqualTo("Good evening, I am at work.");
        assertThat(texts.stream()
                        .filter(text -> text.partial() != null)
                        .map(AgentText::text)
                        .collect(Collectors.joining()))
                .isEqualTo("Good evening, I am at work.");
    }

    @Test
    void aCommandStreamsWhatItPrintsAndItsResultIsWhole() {
        codex.model()
                .script(
                        "count",
                        run("I count.", "for i in 1 2 3; do sleep 0.4; echo line $i; done; echo oops >&2; exit 3"),
                        say("Counted."));
        codex.start();

        assertThat(codex.say("count").outcome()).isEqualTo(TurnOutcome.COMPLETED);

        var call = codex.told(ToolCall.class).findFirst().orElseThrow();
        assertThat(call.input().get("command")).asString().startsWith("for i in 1 2 3");
        var result = codex.told(ToolResult.class).findFirst().orElseThrow();
        assertThat(result.call()).isEqualTo(call.call());
        assertThat(result.outcome()).isEqualTo("failed");
        assertThat(result.exitCode()).isEqualTo(3);
        // in which order Codex reads a command's two streams is not promised
        assertThat(result.output().lines()).containsExactlyInAnyOrder("line 1", "line 2", "line 3", "oops");
        assertThat(codex.told(CommandOutput.class))
                .allSatisfy(piece -> assertThat(piece.call()).isEqualTo(call.call()));
        assertThat(codex.told(CommandOutput.class).map(CommandOutput::text).collect(Collectors.joining()))
                .contains("line 2\n", "line 3\n", "oops\n");
    }

    @Test
    void aPatchedFileIsToldOnceAndIsInTheDiff() throws Exception {
        codex.repository("echo hello > greeting.txt");
        codex.model().script("edit", patch("I edit.", PATCH), run("And more.", "echo x > by-command"), say("Done."));
        codex.start();

        codex.say("edit");

        assertThat(codex.told(FileChanged.class))
                .containsExactlyInAnyOrder(
                        new FileChanged("greeting.txt", "modified"),
                        new FileChanged("note.txt", "added"),
                        new FileChanged("by-command", "added"));
        assertThat(codex.told(DiffUpdated.class)).containsExactly(new DiffUpdated(3, 3, 1));
        assertThat(codex.told(ToolCall.class).findFirst().orElseThrow().input())
                .isEqualTo(Map.of("files", List.of("greeting.txt", "note.txt")));
    }

    @Test
    void aMessageIsATurnOfOneConversation() {
        codex.model().script("remember", say("I will.")).script("which", say("Kumquat."));
        codex.start();

        codex.say("remember the word kumquat");
        codex.say("which word was it?");

        assertThat(codex.model().requests().getLast().userTexts())
                .containsSubsequence("remember the word kumquat", "which word was it?");
    }

    @Test
    void whatItWasToldIsThereWhenItHasMovedToAnotherSandbox() throws Exception {
        codex.model().script("remember", say("I will.")).script("which", say("Kumquat."));
        var supervisor = codex.start();
        codex.say("remember the word kumquat");
        supervisor.terminate();
        assertThat(supervisor.exitCode()).isZero();

        codex.moveStateToANewSandbox();
        codex.start();
        codex.say("which word was it?");

        assertThat(codex.model().requests().getLast().userTexts())
                .containsSubsequence("remember the word kumquat", "which word was it?");
        assertThat(codex.told(EventData.Error.class)).isEmpty();
    }

    @Test
    void inAFreshSandboxItReadsWhatWasSaidBeforeOnce() {
        codex.earlierTranscript("[message] the word is kumquat");
        codex.model().script("which", say("Kumquat.")).script("again", say("Kumquat again."));
        codex.start();

        codex.say("which word was it?");
        codex.say("again, please");

        var request = codex.model().requests().getLast();
        assertThat(request.body().toString().split("the word is kumquat", -1)).hasSize(2);
        assertThat(request.message()).isEqualTo("again, please");
    }

    @Test
    void theModelsKeyIsNotInWhatItsCommandsSee() {
        codex.environment(Map.of(
                "MODEL_KEY", "sk-secret", "FROM_PROFILE", "yes", "PATH", CodexFixture.pathWith(Path.of("/extra"))));
        codex.model().script("look", run("", "env; echo HOME is $HOME"), say("Seen."));
        codex.start();

        codex.say("look around");

        assertThat(codex.model().requests().getFirst().authorization()).isEqualTo("Bearer sk-secret");
        assertThat(codex.told(ToolResult.class).findFirst().orElseThrow().output())
                .contains(
                        "FROM_PROFILE=yes",
                        "HOME is " + codex.sandbox().folder().resolve("home"),
                        "/extra")
                .doesNotContain("sk-secret", "MODEL_KEY", "CODEX_HOME", "BERTH_");
    }

    @Test
    void withoutAKeyItSendsAPlaceholder() {
        codex.model().script("greet", say("Hello."));
        codex.start();

        codex.say("greet");

        assertThat(codex.model().requests().getFirst().authorization()).isEqualTo("Bearer placeholder");
    }

    @Test
    void nothingThatActsByItselfIsOffered() {
        codex.model().script("greet", say("Hello."));
        codex.start();

        codex.say("greet");

        var tools = codex.model().requests().getFirst().body().path("tools").toString();
        assertThat(tools).contains("exec_command", "apply_patch").doesNotContain("create_goal", "web_search");
    }

    @Test
    void manyMegabytesOfOutputDoNotFillASmallSupervisor() {
        codex.model()
                .script("print", run("", "head -c 20000000 /dev/zero | tr '\\0' x | fold -w 100"), say("Printed."))
                .script("greet", say("Still here."));
        codex.start();

        assertThat(codex.say("print much").outcome()).isEqualTo(TurnOutcome.COMPLETED);

        var result = codex.told(ToolResult.class).findFirst().orElseThrow();
        assertThat(result.truncated()).isTrue();
        assertThat(codex.sandbox().controlPlane().uploads(UploadRequest.Kind.OUTPUT))
                .anySatisfy(stored -> assertThat((long) stored.length).isEqualTo(result.bytes()));
        assertThat(codex.say("greet").outcome()).isEqualTo(TurnOutcome.COMPLETED);
    }
}
