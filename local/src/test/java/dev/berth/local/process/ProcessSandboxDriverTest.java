package dev.berth.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.event.Json;
import dev.berth.local.driver.SandboxFolders;
import dev.berth.local.driver.SnapshotFolder;
import dev.berth.sandbox.Capabilities.Isolation;
import dev.berth.sandbox.LaunchOutcome;
import dev.berth.sandbox.Observation;
import dev.berth.sandbox.SandboxDriver;
import dev.berth.sandbox.SandboxDriverContract;
import dev.berth.sandbox.SandboxRef;
import dev.berth.snapshot.Artifact;
import dev.berth.supervisor.folder.FolderLock.Holder;
import dev.berth.supervisor.folder.PlaceHold;
import dev.berth.supervisor.folder.SandboxFolder;
import dev.berth.supervisor.process.ProcessIsolation;
import dev.berth.supervisor.program.SupervisorCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcessSandboxDriverTest extends SandboxDriverContract {
    private static final ProcessIsolation ISOLATION = ProcessIsolation.probe();

    private final List<SandboxRef> gone = new CopyOnWriteArrayList<>();
    private Path sandboxes;
    private Path places;
    private Path snapshots;
    private ProcessSandboxDriver driver;

    @BeforeEach
    void open(@TempDir Path data) throws IOException {
        sandboxes = Files.createDirectory(data.resolve("sandboxes"));
        places = Files.createDirectory(data.resolve("places"));
        snapshots = Files.createDirectory(data.resolve("snapshots"));
        Files.createDirectories(snapshot().workspace());
        snapshot().finish("");
        driver = restarted();
    }

    @AfterEach
    void endAll() {
        for (var sandbox : driver.list()) {
            crash(sandbox);
            awaitGone(sandbox);
        }
    }

    @Override
    protected SandboxDriver driver() {
        return driver;
    }

    @Override
    protected Artifact artifact() {
        return new Artifact("process", "prf_1/1/bld_1");
    }

    @Override
    protected Artifact missingArtifact() {
        return new Artifact("process", "prf_1/1/bld_discarded");
    }

    @Override
    protected List<SandboxRef> gone() {
        return gone;
    }

    @Override
    protected int startsOf(SandboxRef sandbox) {
        var starts = folder(sandbox).root().resolve("starts");
        return Files.exists(starts) ? read(starts).lines().toList().size() : 0;
    }

    @Override
    protected void crash(SandboxRef sandbox) {
        supervisor(sandbox).destroyForcibly();
    }

    @Test
    void theSupervisorGetsNothingOfThisProcess() {
        var sandbox = launched("sbx_env");
        assertThat(System.getenv()).containsKeys("AWS_SECRET_ACCESS_KEY", "BERTH_API_KEY");
        assertThat(read(folder(sandbox).root().resolve("environment")).replaceAll("=[^,}]*", ""))
                .isEqualTo("{BERTH_BOOTSTRAP_TOKEN, BERTH_CONTROL_PLANE_URL, BERTH_SANDBOX, LANG, PATH}");
    }

    @Test
    void aNewControlPlaneFindsLivingSandboxesAndLearnsOfTheirEnd() throws IOException {
        var sandbox = launched("sbx_survivor");
        driver = restarted();
        driver.recover();
        assertThat(driver.list()).containsExactly(sandbox);
        assertThat(driver.launch(launch(sandbox))).isEqualTo(new LaunchOutcome.Launched());
        driver.stop(sandbox);
        awaitGone(sandbox);
        assertThat(startsOf(sandbox)).isEqualTo(1);
    }

    @Test
    void aSandboxThatEndedUnwatchedIsReportedAtTheNextStart() throws IOException {
        var sandbox = ref("sbx_unwatched");
        var folder = new SandboxFolders(sandboxes, places).create(sandbox);
        Files.writeString(folder.pid(), Json.MAPPER.writeValueAsString(new Holder(1, 0)));
        driver.recover();
        awaitGone(sandbox);
        assertThat(driver.launch(launch(sandbox))).isEqualTo(new LaunchOutcome.Launched());
        assertThat(startsOf(sandbox)).isZero();
    }

    @Test
    void aLaunchThatWasCutOffBeforeItsProcessIsMadeGood() {
        var sandbox = ref("sbx_cut_off");
        new SandboxFolders(sandboxes, places).create(sandbox);
        driver.recover();
        assertThat(driver.observe(sandbox)).isInstanceOf(Observation.Gone.class);
        assertThat(driver.launch(launch(sandbox))).isEqualTo(new LaunchOutcome.Launched());
        awaitStart(sandbox);
    }

    @Test
    void aSandboxStoppedBeforeItsProcessIsNeverStarted() {
        var sandbox = ref("sbx_too_late");
        new SandboxFolders(sandboxes, places).create(sandbox);
        driver.stop(sandbox);
        awaitGone(sandbox);
        await().untilAsserted(() ->
                assertThat(folder(sandbox).root().resolve("ended")).exists());
        assertThat(driver.launch(launch(sandbox))).isEqualTo(new LaunchOutcome.Launched());
        assertThat(driver.list()).isEmpty();
    }

    @Test
    void whatASupervisorLeftBehindEndsWithIt() throws IOException {
        Files.createFile(snapshot().workspace().resolve("leaves-a-child"));
        var sandbox = launched("sbx_parent");
        var child = ProcessHandle.of(Long.parseLong(read(folder(sandbox).root().resolve("child"))))
                .orElseThrow();
        crash(sandbox);
        awaitGone(sandbox);
        await().untilAsserted(() -> assertThat(SupervisorProcess.isAlive(child)).isFalse());
    }

    @Test
    void whatOnlyALivingSandboxNeedsIsRemovedAndItsLogIsKept() throws IOException {
        var sandbox = launched("sbx_cleaned");
        Files.writeString(folder(sandbox).spool().resolve("1"), "not delivered");
        driver.stop(sandbox);
        awaitGone(sandbox);
        await().untilAsserted(() -> assertThat(folder(sandbox).workspace()).doesNotExist());
        assertThat(folder(sandbox).root().resolve("supervisor.log")).exists();
        assertThat(folder(sandbox).spool().resolve("1")).exists();
        driver.forget(sandbox);
        assertThat(folder(sandbox).root()).doesNotExist();
    }

    /// A supervisor that lingers has its successor's folder under its feet otherwise.
    @Test
    void thePlaceOfTheNextSandboxOfASessionIsLeftAlone() throws IOException {
        var sandbox = launched("sbx_earlier");
        var place = folder(sandbox).place();
        crash(sandbox);
        try (var next = PlaceHold.take(place).orElseGet(() -> awaitHold(place))) {
            next.own("sbx_next");
            awaitGone(sandbox);
            await().untilAsserted(() -> assertThat(folder(sandbox).comparison()).doesNotExist());
            assertThat(folder(sandbox).workspace()).exists();
        }
    }

    private static PlaceHold awaitHold(Path place) {
        return await().until(() -> PlaceHold.take(place), Optional::isPresent).orElseThrow();
    }

    @Test
    void itDeclaresTheIsolationThatWorksHere() {
        var expected = ISOLATION.confines() ? Isolation.NAMESPACE : Isolation.NONE;
        assertThat(driver.capabilities().isolation()).isEqualTo(expected);
        assertThat(driver.capabilities().gatewayForced()).isFalse();
    }

    private ProcessSandboxDriver restarted() throws IOException {
        var command = new SupervisorCommand(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                StandInSupervisor.class.getName(),
                new SupervisorCache.None(),
                System.getenv("PATH"),
                null);
        return new ProcessSandboxDriver(
                sandboxes, places, snapshots, command, ISOLATION, (sandbox, observation) -> gone.add(sandbox));
    }

    private SnapshotFolder snapshot() {
        return new SnapshotFolder(snapshots.resolve(artifact().ref()));
    }

    private ProcessHandle supervisor(SandboxRef sandbox) {
        return SupervisorProcess.living(folder(sandbox)).orElseThrow();
    }

    private SandboxFolder folder(SandboxRef sandbox) {
        return new SandboxFolders(sandboxes, places).folder(sandbox);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
