package dev.berth.local.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Json;
import dev.berth.local.cli.CommandRun;
import dev.berth.local.cli.stub.StubAnswer;
import dev.berth.local.cli.stub.StubServer;
import dev.berth.local.cli.stub.StubSession;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RunTest {
    private final StubServer server = new StubServer(0);
    private final StubSession session = new StubSession();

    RunTest() {
        session.serve(server);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aCompletedTurnEndsWithZeroAndShowsTheDiff() {
        session.status("running").turn("completed").status("stopped");
        CommandRun run = run("echo hello");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("│ hello", "✓ turn completed", "+2");
    }

    @Test
    void itAsksForASessionThatStopsWhenDone() {
        session.status("running").turn("completed").status("stopped");
        CommandRun.of(server.url(), "run", "--profile", "demo", "--repository", "app", "task");
        var request = server.requests("POST", "/v1/sessions").getFirst();
        assertThat(request.body())
                .isEqualTo("{\"profile\":\"prf_1\",\"repository\":\"app\",\"task\":\"task\",\"stopWhenDone\":true}");
        assertThat(request.header("Idempotency-Key")).isNotBlank();
        assertThat(request.header("Authorization")).isEqualTo("Bearer key");
    }

    @Test
    void aFailedTurnEndsWithOne() {
        session.status("running").turn("failed").status("stopped");
        assertThat(run("false").exitCode()).isEqualTo(1);
    }

    @Test
    void aFailedSessionEndsWithThreeAndSaysWhatToDo() {
        session.status("running").turn("completed").failed("sandbox_lost", "The sandbox is gone.", "Resume it.");
        CommandRun run = run("task");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("The sandbox is gone.", "→ Resume it.");
    }

    @Test
    void aSessionThatWasStoppedBeforeItsTurnEndsWithThree() {
        session.status("queued").status("stopped");
        assertThat(run("task").exitCode()).isEqualTo(3);
    }

    @Test
    void anInterruptedTurnEndsWith130() {
        session.status("running").turn("interrupted").status("stopped");
        assertThat(run("task").exitCode()).isEqualTo(130);
    }

    @Test
    void aProfileThatCannotStartEndsWithThreeAndSaysWhatToDo() {
        server.on(
                "POST",
                "/v1/sessions",
                StubAnswer.problem(409, "profile_not_startable", "No version yet.", "Publish it."));
        CommandRun run = run("task");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("berth: No version yet.\n  → Publish it.\n");
    }

    @Test
    void anUnknownProfileEndsWithThreeAndNamesThoseThatAreThere() {
        CommandRun run = CommandRun.of(server.url(), "run", "--profile", "nope", "task");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("No profile is called 'nope'.", "demo");
    }

    @Test
    void aControlPlaneThatIsNotThereEndsWithThreeAndSaysHowToStartOne() {
        server.close();
        CommandRun run = run("task");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("Nothing answers at " + server.url(), "berth up");
    }

    @Test
    void wrongUseEndsWithTwo() {
        assertThat(CommandRun.of(server.url(), "run", "task").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of(server.url(), "run", "--profile", "demo").exitCode())
                .isEqualTo(2);
        CommandRun empty = run("  ");
        assertThat(empty.exitCode()).isEqualTo(2);
        assertThat(empty.err()).contains("The text is empty");
    }

    @Test
    void asJsonItPrintsTheEventsAndThenTheOutcome() {
        session.status("running").turn("completed").status("stopped");
        CommandRun run = CommandRun.of(server.url(), "run", "--profile", "demo", "--json", "task");
        List<JsonNode> lines = run.out().lines().map(Json.MAPPER::readTree).toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.getFirst().path("type").asString()).isEqualTo("session.status");
        assertThat(lines.getLast().path("type").asString()).isEqualTo("run.ended");
        assertThat(lines.getLast().path("outcome").asString()).isEqualTo("completed");
        assertThat(lines.getLast().path("diff").asString()).contains("+2");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aStartThatWasNotAnsweredIsRepeatedWithTheSameKey() {
        session.status("running").turn("completed").status("stopped");
        AtomicInteger tries = new AtomicInteger();
        server.on(
                "POST",
                "/v1/sessions",
                request -> tries.incrementAndGet() == 1
                        ? StubAnswer.problem(503, "unavailable", "Not now.", "Wait.")
                        : StubAnswer.json(202, "{\"id\":\"ses_1\",\"status\":\"queued\"}"));
        assertThat(run("task").exitCode()).isZero();
        assertThat(server.requests("POST", "/v1/sessions"))
                .hasSize(2)
                .extracting(request -> request.header("Idempotency-Key"))
                .doesNotContainNull()
                .containsOnly(server.requests("POST", "/v1/sessions").getFirst().header("Idempotency-Key"));
    }

    private CommandRun run(String task) {
        return CommandRun.of(server.url(), "run", "--profile", "demo", task);
    }
}
