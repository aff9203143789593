package dev.berth.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.local.cli.up.UpSettings.Driver;
import dev.berth.local.harness.Sandboxes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// What a user finds again in a session whose workspace is kept.
@Tag("e2e")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptWorkspaceIT {
    private static final String PRINTED = "  │ ";

    /// A sandbox that was lost is known to be after three minutes at most.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String WORK = """
            echo two >> file
            git -c user.name=t -c user.email=t@example.invalid commit -qam second
            echo three >> file
            echo new > untracked
            export REMEMBERED=yes
            """;

    private static final String LOOK = """
            git log --format=%s
            cat file untracked
            echo remembered: $REMEMBERED
            """;

    private static final List<String> FOUND =
            List.of("second", "first", "one", "two", "three", "new", "remembered: yes");

    private InstalledBerth berth;
    private Command up;

    @BeforeAll
    void aProfileThatKeeps() throws Exception {
        berth = new InstalledBerth();
        up = startUp();
        berth.allowPersistentSandboxes();
        berth.publishRepository("keeps", Map.of("persistent", true));
    }

    @AfterAll
    void leaveNothing() {
        up.interrupt();
        Sandboxes.of(driver(), berth.data()).clear();
    }

    Driver driver() {
        return Driver.process;
    }

    @Test
    void isAsItWasAfterAStop() {
        var session = worked();
        berth.runs("session", "stop", session, "--wait");

        assertThat(looked(session)).isEqualTo(FOUND);
        assertThat(berth.runs("session", "show", session)).containsPattern("workspace +restored");
    }

    @Test
    void isAsItWasAfterItsSandboxWasKilled() {
        var session = worked();
        awaitKept(session);
        assertThat(Sandboxes.of(driver(), berth.data()).killSupervisor()).isTrue();
        awaitStatus(session, "failed");

        assertThat(looked(session)).isEqualTo(FOUND);
    }

    @Test
    void isAsItWasAfterTheControlPlaneWasKilledToo() {
        var session = worked();
        awaitKept(session);
        up.kill();
        Sandboxes.of(driver(), berth.data()).kill();
        up = startUp();
        awaitStatus(session, "failed");

        assertThat(looked(session)).isEqualTo(FOUND);
    }

    @Test
    void isFreshWhenThatIsAskedFor() {
        var session = worked();
        berth.runs("session", "stop", session, "--wait");
        berth.runs("session", "resume", session, "--fresh");

        assertThat(looked(session))
                .startsWith("first", "one")
                .doesNotContain("two")
                .endsWith("remembered:");
    }

    private Command startUp() {
        var driver = driver().name();
        return berth.begin("up", "--port", "0", "--driver", driver).awaitOut("Berth is ready at ");
    }

    private String worked() {
        var session = berth.run("session", "start", "--profile", "keeps", "--json", WORK)
                .json()
                .path("id")
                .asString();
        berth.begin("session", "watch", session).awaitOut("turn completed");
        return session;
    }

    /// What the agent prints of it.
    private List<String> looked(String session) {
        berth.runs("session", "send", session, LOOK);
        var shown = berth.begin("session", "watch", session).awaitOut(PRINTED + "remembered:");
        berth.runs("session", "stop", session, "--wait");
        return shown.awaitEnd()
                .out()
                .lines()
                .filter(line -> line.startsWith(PRINTED))
                .map(line -> line.substring(PRINTED.length()).strip())
                .toList();
    }

    private void awaitKept(String session) {
        await().atMost(PATIENCE).until(() -> show(session).has("archive"));
    }

    private void awaitStatus(String session, String status) {
        await().atMost(PATIENCE).until(() -> show(session).path("status").asString(), status::equals);
    }

    private JsonNode show(String session) {
        return berth.run("session", "show", session, "--json").json();
    }
}
