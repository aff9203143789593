package dev.berth.local.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.berth.local.driver.SandboxFolders;
import dev.berth.sandbox.Capabilities.Isolation;
import dev.berth.sandbox.LaunchOutcome;
import dev.berth.sandbox.Observation;
import dev.berth.sandbox.SandboxDriver;
import dev.berth.sandbox.SandboxDriverContract;
import dev.berth.sandbox.SandboxRef;
import dev.berth.snapshot.Artifact;
import dev.berth.supervisor.build.BuildFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("docker")
final class DockerSandboxDriverTest extends SandboxDriverContract {
    private static final Duration SOON = Duration.ofSeconds(30);

    /// What a supervisor says first.
    private static final String STARTED = "Processes are kept by";

    @TempDir
    private Path sandboxes;

    private final List<SandboxRef> gone = new CopyOnWriteArrayList<>();
    private final EngineFixture engine = new EngineFixture();
    private DockerSandboxDriver driver;

    @BeforeEach
    void open() {
        driver = started();
    }

    @AfterEach
    void endAll() {
        driver.close();
        engine.close();
    }

    @Override
    protected SandboxDriver driver() {
        return driver;
    }

    @Override
    protected Artifact artifact() {
        try {
            return engine.artifact();
        } catch (BuildFailed failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    protected Artifact missingArtifact() {
        return EngineFixture.missingArtifact();
    }

    @Override
    protected List<SandboxRef> gone() {
        return gone;
    }

    @Override
    protected int startsOf(SandboxRef sandbox) {
        return (int)
                log(sandbox).lines().filter(line -> line.startsWith(STARTED)).count();
    }

    @Override
    protected void crash(SandboxRef sandbox) {
        containers().kill(sandbox.id());
    }

    @Test
    void aNewControlPlaneFindsLivingSandboxesAndLearnsOfTheirEnd() {
        var sandbox = launched("sbx_survivor");
        driver = restarted();
        assertThat(driver.list()).containsExactly(sandbox);
        assertThat(driver.launch(launch(sandbox))).isEqualTo(new LaunchOutcome.Launched());
        driver.stop(sandbox);
        awaitGone(sandbox);
        assertThat(startsOf(sandbox)).isEqualTo(1);
    }

    @Test
    void aSandboxThatEndedUnwatchedIsReportedAtTheNextStart() {
        var sandbox = launched("sbx_unwatched");
        driver.close();
        crash(sandbox);
        driver = restarted();
        awaitGone(sandbox);
        assertThat(driver.launch(launch(sandbox))).isEqualTo(new LaunchOutcome.Launched());
        assertThat(startsOf(sandbox)).isEqualTo(1);
    }

    @Test
    void aLaunchThatWasCutOffBeforeItsContainerStartedIsMadeGood() {
        var sandbox = launched("sbx_cut_off");
        containers().remove(sandbox.id());
        awaitGone(sandbox);
        var other = ref("sbx_cut_off_2");
        new SandboxFolders(sandboxes).create(other);
        assertThat(driver.observe(other)).isInstanceOf(Observation.Gone.class);
        assertThat(driver.launch(launch(other))).isEqualTo(new LaunchOutcome.Launched());
        awaitStart(other);
    }

    @Test
    void aSandboxStoppedBeforeItsContainerIsNeverStarted() {
        var sandbox = ref("sbx_too_late");
        new SandboxFolders(sandboxes).create(sandbox);
        driver.stop(sandbox);
        awaitGone(sandbox);
        awaitEnd(sandbox);
        assertThat(driver.launch(launch(sandbox))).isEqualTo(new LaunchOutcome.Launched());
        assertThat(driver.list()).isEmpty();
    }

    @Test
    void aContainerThatSomebodyRemovesIsGone() {
        var sandbox = launched("sbx_removed");
        containers().remove(sandbox.id());
        awaitGone(sandbox);
    }

    @Test
    void nothingIsLeftOfAnEndedSandboxButItsLog() throws IOException {
        var sandbox = launched("sbx_cleaned");
        driver.stop(sandbox);
        awaitGone(sandbox);
        awaitEnd(sandbox);
        await().atMost(SOON).untilAsserted(() -> assertThat(containers().inspect(sandbox.id()))
                .isEmpty());
        assertThat(folder(sandbox).resolve("supervisor.log")).content().contains(STARTED);
        driver.forgetEndedBefore(Instant.MAX);
        assertThat(folder(sandbox)).doesNotExist();
    }

    @Test
    void anotherDataFoldersSandboxesAreNotOurs() {
        launched("sbx_ours");
        try (var other = new EngineFixture();
                var theirs = new DockerSandboxDriver(
                        other.host(), new SandboxFolders(sandboxes.resolveSibling("other")), (_, _) -> {})) {
            assertThat(theirs.list()).isEmpty();
        }
    }

    @Test
    void itSaysThatASandboxIsAContainer() {
        assertThat(driver.capabilities().isolation()).isEqualTo(Isolation.CONTAINER);
        assertThat(driver.capabilities().gatewayForced()).isFalse();
    }

    private DockerSandboxDriver started() {
        var started = new DockerSandboxDriver(
                engine.host(), new SandboxFolders(sandboxes), (sandbox, _) -> gone.add(sandbox));
        started.recover();
        return started;
    }

    private DockerSandboxDriver restarted() {
        driver.close();
        engine.reconnected();
        return started();
    }

    private void awaitEnd(SandboxRef sandbox) {
        await().atMost(SOON).untilAsserted(() -> assertThat(folder(sandbox).resolve("ended"))
                .exists());
    }

    private Containers containers() {
        return engine.host().containers();
    }

    private Path folder(SandboxRef sandbox) {
        return sandboxes.resolve(sandbox.id());
    }

    /// Of the container, or what is kept of it.
    private String log(SandboxRef sandbox) {
        try {
            var log = new StringBuilder();
            containers().print(sandbox.id(), bytes -> log.append(new String(bytes, UTF_8)));
            return log.toString();
        } catch (NotFoundException | ConflictException removed) {
            return keptLog(sandbox);
        } catch (InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String keptLog(SandboxRef sandbox) {
        try {
            var kept = folder(sandbox).resolve("supervisor.log");
            return Files.exists(kept) ? Files.readString(kept) : "";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
