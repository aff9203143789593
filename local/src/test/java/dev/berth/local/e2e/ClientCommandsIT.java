package dev.berth.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.event.Json;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a user types while a control plane runs.
@Tag("e2e")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientCommandsIT {
    private InstalledBerth berth;
    private Command up;

    @BeforeAll
    void aProfileThatIsReady() throws Exception {
        berth = new InstalledBerth();
        up = berth.up();
        berth.publishRepository("app", Map.of());
    }

    @AfterAll
    void stop() {
        up.interrupt();
    }

    @ParameterizedTest
    @CsvSource({"true, 0", "exit 7, 1", "kill -9 $$, 1"})
    void aRunEndsAsItsTurn(String task, int exitCode) {
        assertThat(berth.run("run", "--profile", "app", task).exitCode()).isEqualTo(exitCode);
    }

    @Test
    void aRunShowsWhatWasDone() {
        assertThat(berth.runs("run", "--profile", "app", "echo hello; echo two >> file"))
                .contains("hello", "+two");
    }

    @Test
    void aRunThatCannotStartEndsWithThree() {
        assertFails(3, berth.run("run", "--profile", "none", "true"));
        berth.runs("profile", "create", "bare");
        assertThat(assertFails(3, berth.run("run", "--profile", "bare", "true")).err())
                .contains("no published version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "run --profile app", "session show", "up --port many", "nonsense"})
    void whatIsTypedWrongIsUsage(String line) {
        assertFails(2, berth.run(line.split(" ")));
    }

    @Test
    void aRunThatIsInterruptedStopsItsSession() {
        var run =
                berth.begin("run", "--profile", "app", "echo begun; sleep 1000").awaitOut("begun");
        assertThat(run.interrupt().exitCode()).isEqualTo(130);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !berth.runs("session", "list").contains("running"));
    }

    @Test
    void aSessionIsSteered() {
        var started = berth.run("session", "start", "--profile", "app", "--json", "echo begun; sleep 1000");
        var session = started.json().path("id").asString();
        assertThat(berth.runs("session", "list")).contains(session);
        var watch = berth.begin("session", "watch", session).awaitOut("begun");
        berth.runs("session", "interrupt", session);
        berth.runs("session", "send", session, "echo again >> file; echo done");
        watch.awaitOut("done");
        berth.runs("session", "stop", session);
        watch.awaitEnd();
        assertThat(berth.runs("session", "diff", session)).contains("+again");
        assertThat(berth.runs("session", "show", session)).contains("stopped");
        berth.runs("session", "resume", session);
        berth.runs("session", "stop", session);
        berth.runs("session", "delete", session);
        assertFails(1, berth.run("session", "show", session));
    }

    @Test
    void jsonIsForScripts() {
        assertThat(berth.run("profile", "list", "--json").json()).isNotEmpty();
        assertThat(berth.run("profile", "show", "app", "--json").json().toString())
                .contains("prf_");
        assertThat(berth.run("session", "list", "--json").json()).isNotNull();
        assertThat(berth.run("doctor", "--json").json()).isNotEmpty();
        var lines =
                berth.runs("run", "--profile", "app", "--json", "true").lines().toList();
        assertThat(lines).isNotEmpty().allSatisfy(line -> Json.MAPPER.readTree(line));
    }

    @Test
    void nothingOfTheUserReachesTheAgent() {
        var seen = berth.runs("run", "--profile", "app", "env; git config -l; cat ~/.gitconfig; true");
        assertThat(seen).contains("PATH=").doesNotContain(InstalledBerth.GIT_SECRET);
        InstalledBerth.SECRETS.forEach((name, value) -> assertThat(seen).doesNotContain(name, value));
        assertThat(seen).doesNotContain("BERTH_");
    }

    private static Command assertFails(int exitCode, Command command) {
        assertThat(command.exitCode()).as(command.toString()).isEqualTo(exitCode);
        assertThat(command.err()).isNotBlank().doesNotContain("\tat ", "Exception");
        return command;
    }
}
