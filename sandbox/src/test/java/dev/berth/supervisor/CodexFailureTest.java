package dev.berth.supervisor;

import static dev.berth.supervisor.model.Step.refuse;
import static dev.berth.supervisor.model.Step.run;
import static dev.berth.supervisor.model.Step.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.event.EventData;
import dev.berth.event.EventData.ToolCall;
import dev.berth.event.EventData.ToolResult;
import dev.berth.event.TurnOutcome;
import dev.berth.supervisor.model.Step;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The real Codex command line, when something goes wrong or is to end.
@Tag("codex")
class CodexFailureTest {
    @RegisterExtension
    final CodexFixture codex = new CodexFixture();

    /// What tells this test's processes from all others: how long they sleep.
    private final String seconds = "9" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);

    @BeforeEach
    void aModelThatGreets() {
        codex.model().script("greet", say("Hello."));
    }

    @ParameterizedTest
    @CsvSource({
        "401, model_unauthorized, 1",
        "404, model_not_found, 1",
        "429, model_rate_limited, 0",
        "400, model_request_refused, 0",
        "500, model_unavailable, 1"
    })
    void aRefusalOfTheModelEndsTheTurnAndSaysWhoMustAct(int status, String code, int retries) {
        codex.model().script("fail", refuse(status));
        codex.start();

        var end = codex.say("fail");

        assertThat(end.outcome()).isEqualTo(TurnOutcome.FAILED);
        assertThat(errors("model_retry")).hasSize(retries);
        assertThat(errors(code)).singleElement().satisfies(error -> assertThat(end.detail())
                .isEqualTo(error.detail()));
        assertThat(codex.say("greet me").outcome()).isEqualTo(TurnOutcome.COMPLETED);
    }

    @Test
    void aServerThatSaysWhenToComeBackIsAskedAgainThen() {
        var busy = new Step.Refuse(429, Map.of("Retry-After", "1"), "{}");
        codex.model().script("busy", new Step.Failing(1, busy, say("Now I can.")));
        codex.start();

        assertThat(codex.say("busy").outcome()).isEqualTo(TurnOutcome.COMPLETED);
        assertThat(errors("model_retry")).hasSize(1);
    }

    @Test
    void anAnswerThatBreaksOffIsAskedForAgainVisibly() {
        codex.model().script("break", new Step.Failing(1, new Step.BreakOff("Half of it"), say("All of it.")));
        codex.start();

        assertThat(codex.say("break").outcome()).isEqualTo(TurnOutcome.COMPLETED);
        assertThat(errors("model_retry")).hasSize(1);
        assertThat(codex.told(EventData.AgentText.class).toList().getLast().text())
                .isEqualTo("All of it.");
    }

    @Test
    void answersThatBreakOffAgainAndAgainEndTheTurn() {
        codex.model().script("break", new Step.BreakOff("Half of it"));
        codex.start();

        assertThat(codex.say("break").outcome()).isEqualTo(TurnOutcome.FAILED);
        assertThat(errors("model_stream_cut")).hasSize(1);
    }

    @Test
    void aModelThatCannotBeReachedEndsTheTurn() {
        codex.option("baseUrl", "http://127.0.0.1:1/v1");
        codex.start();

        assertThat(codex.say("greet me").outcome()).isEqualTo(TurnOutcome.FAILED);
        assertThat(errors("model_unreachable")).hasSize(1);
    }

    @Test
    void aModelThatNeverAnswersEndsTheTurnInTime() {
        codex.option("silenceSeconds", 10);
        codex.model().script("wait", new Step.StaySilent());
        codex.start();

        var end = codex.say("wait");

        assertThat(end.outcome()).isEqualTo(TurnOutcome.FAILED);
        assertThat(end.detail()).contains("10 seconds");
        assertThat(errors("agent_silent")).hasSize(1);
        assertThat(codex.say("greet me").outcome()).isEqualTo(TurnOutcome.COMPLETED);
    }

    @Test
    void aCodexThatDiesEndsTheTurnAndTheNextOneRemembers() {
        codex.model().script("sleep", run("I sleep.", "sleep " + seconds), say("Slept."));
        var supervisor = codex.start();
        codex.say("greet me first");
        var turn = codex.sandbox().controlPlane().queue("sleep");
        awaitSleeping(1);

        supervisor
                .handle()
                .descendants()
                .filter(process -> process.info()
                        .command()
                        .filter(program -> program.endsWith("/codex"))
                        .isPresent())
                .forEach(ProcessHandle::destroyForcibly);

        var end = codex.sandbox().awaitEnd(turn);
        assertThat(end.outcome()).isEqualTo(TurnOutcome.FAILED);
        assertThat(errors("agent_died")).hasSize(1);
        assertEachCallHasOneResult();
        assertThat(codex.say("greet me again").outcome()).isEqualTo(TurnOutcome.COMPLETED);
        assertThat(codex.model().requests().getLast().userTexts())
                .containsSubsequence("greet me first", "sleep", "greet me again");
    }

    @Test
    void anInterruptEndsTheTurnWithItsTreeAndSparesWhatAnEarlierOneLeftRunning() {
        var server = "8" + seconds;
        codex.model()
                .script("serve", begin("sleep " + server), say("It runs."))
                .script(
                        "stubborn",
                        run(
                                "",
                                "(trap '' TERM HUP; setsid sleep %s &) ; trap '' TERM; sleep %s"
                                        .formatted(seconds, seconds)),
                        say("Never said."));
        codex.start();
        codex.say("serve");
        var turn = codex.sandbox().controlPlane().queue("stubborn");
        awaitSleeping(2);
        await().until(() -> codex.told(ToolCall.class).count() == 2);

        codex.sandbox().controlPlane().interrupt(turn);
        codex.sandbox().controlPlane().wake();

        assertThat(codex.sandbox().awaitEnd(turn).outcome()).isEqualTo(TurnOutcome.INTERRUPTED);
        assertThat(processes("sleep " + seconds)).isEmpty();
        assertThat(processes("sleep " + server)).hasSize(1);
        assertThat(codex.say("greet me").outcome()).isEqualTo(TurnOutcome.COMPLETED);
        assertThat(codex.told(ToolResult.class)).singleElement().satisfies(result -> assertThat(result.outcome())
                .isEqualTo("failed"));
    }

    @Test
    void aStopEndsEverything() throws Exception {
        codex.model().script("sleep", run("I sleep.", "setsid sleep %s & sleep %s".formatted(seconds, seconds)));
        var supervisor = codex.start();
        var turn = codex.sandbox().controlPlane().queue("sleep");
        awaitSleeping(2);

        codex.sandbox().controlPlane().stop();
        codex.sandbox().controlPlane().wake();

        assertThat(supervisor.exitCode()).isZero();
        assertThat(codex.sandbox().controlPlane().end(turn).orElseThrow().outcome())
                .isEqualTo(TurnOutcome.INTERRUPTED);
        assertThat(processes(seconds)).isEmpty();
        assertThat(codex.told(EventData.Error.class)).isEmpty();
        assertEachCallHasOneResult();
    }

    /// Comes back while the command runs, which is then codex's to keep.
    private static Step begin(String command) {
        return new Step.Call("", "exec_command", "{\"cmd\": \"%s\", \"yield_time_ms\": 250}".formatted(command));
    }

    private void awaitSleeping(int count) {
        codex.sandbox().controlPlane().wake();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> processes("sleep " + seconds).count() >= count);
    }

    private void assertEachCallHasOneResult() {
        assertThat(codex.told(ToolResult.class).map(ToolResult::call))
                .containsExactlyInAnyOrderElementsOf(
                        codex.told(ToolCall.class).map(ToolCall::call).toList());
    }

    private Stream<EventData.Error> errors(String code) {
        return codex.told(EventData.Error.class).filter(error -> error.code().equals(code));
    }

    /// Programs with this at the end of their command line.
    private static Stream<ProcessHandle> processes(String end) {
        return ProcessHandle.allProcesses().filter(process -> process.info()
                .commandLine()
                .filter(line -> line.endsWith(end))
                .isPresent());
    }
}
