package dev.berth.local.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.local.cli.up.UpSettings.Driver;
import dev.berth.local.docker.EngineOfTests;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What an agent in a container may do, and what not.
@Tag("docker")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContainerSessionIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SETUP = """
            echo made > ~/made
            cp /usr/bin/id /usr/local/bin/id-of-root && chmod u+s /usr/local/bin/id-of-root
            ln -s /sandbox/secret ~/earlier-transcript.txt
            """;

    private ControlPlaneHere controlPlane;
    private Client client;
    private String profile;
    private String repository;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        controlPlane = new ControlPlaneHere(folder, Driver.docker, Clock.systemUTC(), _ -> {});
        client = controlPlane.client();
        repository = HarnessRepository.in(folder);
        profile = Profile.published(
                client,
                Map.of(
                        "setupScript",
                        SETUP,
                        "resources",
                        Map.of("cpu", 1, "memoryMiB", 512, "diskGiB", 20),
                        "environment",
                        Map.of("OF_THE_PROFILE", "yes"),
                        "repositories",
                        List.of(Map.of("id", "app", "url", repository, "path", "app"))));
    }

    @AfterAll
    void end() {
        controlPlane.close();
    }

    @Test
    void theAgentIsAnAccountWithoutRights() {
        assertThat(printed("id -u; grep -E 'CapEff|NoNewPrivs' /proc/self/status | tr -d '\\t'"))
                .isEqualTo("7000\nCapEff:0000000000000000\nNoNewPrivs:1\n");
    }

    @Test
    void aProgramOfRootsGivesItNone() {
        assertThat(printed("test -u /usr/local/bin/id-of-root && id-of-root -u"))
                .isEqualTo("7000\n");
    }

    @Test
    void whatIsTheSupervisorsIsNotTheAgents() {
        assertThat(printed("""
                cat /sandbox/secret || echo no
                ls /sandbox/spool || echo no
                cat /proc/1/environ || echo no
                touch /opt/berth/x || echo no
                echo x > /sandbox/runtime/shell/script || echo no
                kill -9 1 || echo no
                """)).isEqualTo("no\n".repeat(6));
    }

    @Test
    void workspaceAndHomeAreItsOwn() {
        assertThat(printed("cat ~/made; echo x > ~/x && echo x > ../x && pwd"))
                .isEqualTo("made\n/sandbox/workspace/app\n");
    }

    @Test
    void itHasTheEnvironmentOfImageAndProfileAndNothingOfBerths() {
        assertThat(printed("echo ${JAVA_HOME:+yes} $OF_THE_PROFILE; env | grep ^BERTH_ || echo none"))
                .isEqualTo("yes yes\nnone\n");
    }

    @Test
    void theRepositoryOfThisMachineCanBeReadAndNotWritten() {
        var folder = repository.substring("file://".length());
        assertThat(printed("git fetch -q && echo fetched; touch %s/x || echo no".formatted(folder)))
                .isEqualTo("fetched\nno\n");
    }

    @Test
    void itBeginsWithTheNewestCommitOfItsBranch() throws Exception {
        var commit = "git -c user.name=t -c user.email=t@t commit -q --allow-empty -m newest";
        var pushed = new ProcessBuilder("bash", "-c", commit)
                .directory(Path.of(URI.create(repository)).toFile())
                .inheritIO()
                .start();
        assertThat(pushed.waitFor()).isZero();
        assertThat(printed("git log -1 --format=%s")).isEqualTo("newest\n");
    }

    @Test
    void atTheGatewayOnlySandboxesAreAnswered() throws IOException {
        var door = EngineOfTests.gatewayAddress() + ":" + controlPlane.port();
        var get = "curl -s -o /dev/null -w '%{http_code}\\n' -H 'Authorization: Bearer " + controlPlane.adminKey()
                + "' http://" + door;
        assertThat(printed("%1$s/v1/profiles; %1$s/healthz; %1$s/objects/x; %1$s/socket; %1$s/sandbox/v1/manifest"
                        .formatted(get)))
                .isEqualTo("404\n404\n404\n404\n401\n");
        assertThat(printed(
                        "curl -s --max-time 3 http://127.0.0.1:%d/healthz || echo no".formatted(controlPlane.port())))
                .isEqualTo("no\n");
    }

    @Test
    void sandboxesDoNotReachEachOther() {
        var server = started("hostname -I; exec python3 -m http.server 8000 2>&1");
        server.session().transcript().await("it has an address", told -> told.outputOf(server.task())
                .contains("."));
        var address =
                server.session().transcript().outputOf(server.task()).strip().split("\\s")[0];
        assertThat(printed("curl -s --max-time 3 http://%s:8000/ || echo no".formatted(address)))
                .isEqualTo("no\n");
        server.session().steer("stop");
    }

    @Test
    void whatATurnLeftInTheBackgroundLivesOnAndWhatAnInterruptedOneStartedDoesNot() {
        var first = started("(setsid sleep 1234 >/dev/null 2>&1 &)");
        first.session().awaitTurn(first.task());
        var second = first.session().send("(setsid sleep 4321 >/dev/null 2>&1 &); echo begun; sleep 1000");
        first.session().awaitOutput(second, "begun");
        first.session().steer("interrupt");
        assertThat(first.session().awaitTurn(second)).isEqualTo("interrupted");
        assertThat(first.then("pgrep -fx 'sleep 1234' >/dev/null && echo lives; pgrep -fx 'sleep 4321' || echo gone"))
                .isEqualTo("lives\ngone\n");
        first.session().steer("stop");
    }

    @Test
    void whatAKilledShellLeftBehindEnds() {
        var session = started("(setsid sleep 777 >/dev/null 2>&1 &); sleep 0.2; kill -9 $PPID");
        assertThat(session.session().awaitTurn(session.task())).isEqualTo("failed");
        assertThat(session.then("pgrep -fx 'sleep 777' || echo gone")).isEqualTo("gone\n");
        session.session().steer("stop");
    }

    @Test
    void aCommandThatUsesUpTheMemoryFailsAndTheSessionGoesOn() {
        var session = started("head -c 900M /dev/zero | tail -c 900M | wc -c");
        assertThat(session.session().awaitTurn(session.task())).isIn("completed", "failed");
        assertThat(session.then("echo well")).isEqualTo("well\n");
        session.session().steer("stop");
    }

    @Test
    void aLinkInPlaceOfGitsIndexGivesNothingAway() {
        var session = started("ln -sf /sandbox/secret .git/index");
        session.session().awaitTurn(session.task());
        assertThat(session.then(
                        "wc -c < /sandbox/comparison/git/index || echo none; git status >/dev/null || echo broken"))
                .endsWith("broken\n")
                .doesNotContain("43");
        session.session().steer("stop");
    }

    @Test
    void aResumedSessionsTranscriptIsTheAgentsToReadWhateverWasInItsPlace() {
        var session = started("echo said before");
        session.session().awaitTurn(session.task());
        session.session().steer("stop");
        session.session().awaitStatus("stopped");
        var message = session.session().send("cat ~/earlier-transcript.txt");
        assertThat(session.session().awaitTurn(message)).isEqualTo("completed");
        assertThat(session.session().transcript().outputOf(message)).contains("said before");
        session.session().steer("stop");
    }

    @Test
    void nothingIsLeftOfASessionThatIgnoresBeingAskedToEnd() {
        var session = started("trap '' TERM INT HUP; echo begun; while true; do sleep 1; done");
        session.session().awaitOutput(session.task(), "begun");
        session.session().steer("stop");
        session.session().awaitStatus("stopped");
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        EngineOfTests.of(controlPlane.data()).of(session.id()))
                .isEmpty());
    }

    @Test
    void memoryProcessorsAndProcessesAreLimitedAsTheProfileSays() {
        var session = started("echo begun; sleep 1000");
        session.session().awaitOutput(session.task(), "begun");
        assertThat(EngineOfTests.of(controlPlane.data()).limits(session.id()))
                .isEqualTo("512 MiB, 1 CPU, 4096 processes");
        session.session().steer("stop");
    }

    /// What a session prints that does nothing else.
    private String printed(String script) {
        var session = started(script);
        session.session().awaitTurn(session.task());
        session.session().steer("stop");
        return standardOutput(session.session(), session.task());
    }

    private Started started(String script) {
        var session = ClientSession.start(client, profile, script, false);
        return new Started(session, session.task());
    }

    private static String standardOutput(ClientSession session, String message) {
        return session.transcript().outputOf(message, "stdout");
    }

    private record Started(ClientSession session, String task) {
        /// What the next message prints.
        String then(String script) {
            var message = session.send(script);
            session.awaitTurn(message);
            return standardOutput(session, message);
        }

        String id() {
            return session.view().text("id");
        }
    }
}
