package dev.berth.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.event.EventData;
import dev.berth.event.EventData.Checkout;
import dev.berth.event.EventData.SandboxPhase;
import dev.berth.event.MustAct;
import dev.berth.protocol.SandboxEvent;
import dev.berth.supervisor.repository.Scripts;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The commit that a session begins with, from the supervisor's start to what the log says.
class StartingPointTest {
    @RegisterExtension
    final SandboxFixture sandbox = new SandboxFixture();

    private final Scripts scripts = new Scripts(sandbox.snapshot().resolveSibling("repositories"));

    @BeforeEach
    void aSnapshotThatIsOlderThanItsRepository() throws Exception {
        scripts.repository("app", "echo one > file; git add .; git commit -qm one");
        scripts.in("../snapshot/workspace", "mkdir ../home; git clone -q %s app".formatted(scripts.url("app")));
        scripts.in("app", "echo two > file; git commit -qam two");
        sandbox.controlPlane()
                .manifest(manifest -> new Fixtures.Change(manifest).repository("app", scripts.url("app")));
    }

    @Test
    void isTheNewestAndSaidWithThePhase() {
        start();

        assertThat(sandbox.run("cat file")).isEqualTo("two\n");
        assertThat(checkout()).contains(new Checkout("app", "main", scripts.in("app", "git rev-parse HEAD")));
        assertThat(errors()).isEmpty();
    }

    @Test
    void theDiffIsAgainstIt() {
        start();

        sandbox.run("echo three > file");

        assertThat(sandbox.controlPlane().log().stream().map(SandboxEvent::data))
                .contains(new EventData.DiffUpdated(1, 1, 1));
    }

    @Test
    void isTheSnapshotsWhereTheRepositoryIsGoneAndTheLogSaysWhoMustAct() {
        scripts.in(".", "rm -rf app");

        start();

        assertThat(sandbox.run("cat file")).isEqualTo("one\n");
        assertThat(errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo("repository_unreachable");
            assertThat(error.mustAct()).isEqualTo(MustAct.OPERATOR);
        });
    }

    @Test
    void isFoundAgainWhenASupervisorWasKilledWhileFilesMoved() throws Exception {
        scripts.in("../sandbox/workspace/app", "echo half > file; touch half");
        scripts.in("../sandbox/update", "echo app > moving");

        start();

        assertThat(sandbox.run("cat file; ls")).isEqualTo("two\nfile\n");
        assertThat(Files.exists(sandbox.folder().resolve("update/moving"))).isFalse();
    }

    @Test
    void isNoneWhereTheWorkspaceCannotBeMadeWholeAgain() throws Exception {
        scripts.in("../sandbox/workspace/app", "echo half > file");
        scripts.in("../sandbox/update", "echo app > moving");

        assertThat(sandbox.start().exitCode()).isEqualTo(ExitCode.FAILED.value());

        assertThat(sandbox.controlPlane().failure().orElseThrow().code()).isEqualTo("repository_half_updated");
    }

    private void start() {
        sandbox.start("--snapshot", sandbox.snapshot().toString());
        await().atMost(Duration.ofSeconds(40))
                .until(() -> sandbox.controlPlane().ready().isPresent());
    }

    private Optional<Checkout> checkout() {
        return sandbox.controlPlane().ready().orElseThrow().phases().stream()
                .filter(phase -> phase.phase().equals("workspace"))
                .map(SandboxPhase::checkout)
                .findFirst();
    }

    private List<EventData.Error> errors() {
        return sandbox.controlPlane().log().stream()
                .map(SandboxEvent::data)
                .filter(EventData.Error.class::isInstance)
                .map(EventData.Error.class::cast)
                .toList();
    }
}
