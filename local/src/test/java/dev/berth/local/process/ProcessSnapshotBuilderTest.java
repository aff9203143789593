package dev.berth.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.local.driver.GitFixture;
import dev.berth.local.driver.LocalSnapshotBuilderContract;
import dev.berth.local.driver.SnapshotFolder;
import dev.berth.snapshot.Artifact;
import dev.berth.snapshot.SnapshotBuilder;
import dev.berth.supervisor.process.ProcessIsolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcessSnapshotBuilderTest extends LocalSnapshotBuilderContract {
    private static final ProcessIsolation ISOLATION = ProcessIsolation.probe();

    private final List<String> ended = new CopyOnWriteArrayList<>();
    private Path snapshots;
    private GitFixture git;
    private ProcessSnapshotBuilder builder;

    @BeforeEach
    void open(@TempDir Path data, @TempDir Path repositories) throws Exception {
        snapshots = data;
        git = new GitFixture(repositories);
        git.repository("app", "echo hello > README; git add .; git commit -qm first");
        builder = restarted();
    }

    @AfterEach
    void close() {
        builder.close();
    }

    @Override
    protected SnapshotBuilder builder() {
        return builder;
    }

    @Override
    protected List<String> ended() {
        return ended;
    }

    @Override
    protected GitFixture git() {
        return git;
    }

    @Override
    protected void abandon() {
        builder.close();
    }

    @Override
    protected void restart() throws IOException {
        builder = restarted();
    }

    @Override
    protected String read(Artifact artifact, String file) throws IOException {
        return Files.readString(folder(artifact).workspace().resolve(file));
    }

    @Test
    void theSetupScriptGetsNothingOfThisProcess() throws Exception {
        assertThat(System.getenv()).containsKeys("AWS_SECRET_ACCESS_KEY", "BERTH_API_KEY");
        var artifact = succeeded(request("bld_env", draft("env > made; echo $HOME > home", Map.of("MINE", "1"))));
        assertThat(read(artifact, "made").lines().map(line -> line.substring(0, line.indexOf('='))))
                .containsExactlyInAnyOrder("PATH", "HOME", "LANG", "TMPDIR", "MINE", "PWD", "SHLVL", "_");
        assertThat(read(artifact, "home").strip())
                .isEqualTo(folder(artifact).home().toRealPath().toString());
    }

    @Test
    void theLogSaysWhatIsNotCaptured() {
        succeeded(request("bld_note", draft(null, Map.of())));
        assertThat(builder.log("bld_note")).contains("outside the workspace and home are not part of the snapshot");
    }

    @Test
    void aDiscardedSnapshotIsGoneWhateverItsFilesAreCalled() throws Exception {
        var artifact = succeeded(request("bld_names", draft("touch $'bad\\xff\\xfename'", Map.of())));
        builder.discard(artifact);
        assertThat(folder(artifact).root()).doesNotExist();
    }

    @Test
    void nothingOfTheSetupScriptSurvivesIt() throws Exception {
        var artifact = succeeded(request(
                "bld_fork",
                draft("(trap '' TERM; setsid bash -c 'sleep 1009' & disown) ; echo done > made", Map.of())));
        assertThat(read(artifact, "made")).isEqualTo("done\n");
        await().untilAsserted(() -> assertThat(ProcessHandle.allProcesses()
                        .filter(SupervisorProcess::isAlive)
                        .flatMap(process -> process.info().commandLine().stream()))
                .noneMatch(line -> line.contains("sleep 1009")));
    }

    @Test
    void aBuildThatFailedLeavesWhatSaysHowItWentAndNothingElse() throws Exception {
        failed(request("bld_half", draft("echo half > made; false", Map.of(), repository("main"))));
        try (var left = Files.list(snapshots.resolve("prf_1/1/bld_half"))) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("log", "failure.json");
        }
        assertThat(builder.log("bld_half")).contains("Line 1 of the setup script failed: false");
    }

    private ProcessSnapshotBuilder restarted() throws IOException {
        return new ProcessSnapshotBuilder(snapshots, ISOLATION, System.getenv("PATH"), ended::add);
    }

    private SnapshotFolder folder(Artifact artifact) {
        return new SnapshotFolder(snapshots.resolve(artifact.ref()));
    }
}
