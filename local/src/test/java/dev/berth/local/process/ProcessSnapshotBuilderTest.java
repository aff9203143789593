package dev.berth.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.local.driver.SnapshotFolder;
import dev.berth.profile.Draft.Repository;
import dev.berth.snapshot.Artifact;
import dev.berth.snapshot.BuildObservation;
import dev.berth.snapshot.SnapshotBuilder;
import dev.berth.snapshot.SnapshotBuilderContract;
import dev.berth.supervisor.process.ProcessIsolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProcessSnapshotBuilderTest extends SnapshotBuilderContract {
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
    protected String repositoryUrl() {
        return git.url("app");
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
    void anEmptyRepositoryBecomesAnEmptyCloneAndTheLogSaysSo() throws Exception {
        git.repository("empty", "true");
        var artifact = succeeded(request("bld_empty", draft(null, Map.of(), repository("empty", "main"))));
        assertThat(folder(artifact).workspace().resolve("empty/.git")).isDirectory();
        assertThat(builder.log("bld_empty")).contains("The repository is empty");
    }

    @Test
    void fileNamesNeedNotBeText() throws Exception {
        git.repository("names", "echo x > $'bad\\xff\\xfename'; git add .; git commit -qm names");
        var artifact = succeeded(request(
                "bld_names",
                draft("ls names | od -An -tx1 | tr -d ' \\n' > made", Map.of(), repository("names", null))));
        assertThat(read(artifact, "made")).contains("fffe");
        builder.discard(artifact);
        assertThat(folder(artifact).root()).doesNotExist();
    }

    @Test
    void submodulesAreCheckedOutToTheLastLevel() throws Exception {
        git.repository("leaf", "echo leaf > leaf; git add .; git commit -qm leaf");
        git.repository("middle", "git submodule --quiet add %s leaf; git commit -qm m".formatted(git.url("leaf")));
        git.repository("top", "git submodule --quiet add %s middle; git commit -qm t".formatted(git.url("middle")));
        var artifact = succeeded(request("bld_sub", draft(null, Map.of(), repository("top", null))));
        assertThat(read(artifact, "top/middle/leaf/leaf")).isEqualTo("leaf\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh://git@example.com/x.git",
                "git@example.com:x.git",
                "ext::sh -c true",
                "/etc",
                "http://example.com/x"
            })
    void aSubmoduleWithAnotherTransportIsRefusedByName(String url) throws Exception {
        git.repository("hostile", """
                printf '[submodule "s"]\\n\\tpath = s\\n\\turl = %s\\n' > .gitmodules
                git add .
                git update-index --add --cacheinfo 160000,$(git commit-tree -m x $(git write-tree)),s
                git commit -qm hostile
                """.formatted(url));
        var failed = failed(request("bld_hostile", draft(null, Map.of(), repository("hostile", null))));
        assertThat(failed.failure().code()).isEqualTo("submodule_refused");
        assertThat(failed.failure().detail()).contains("hostile").contains(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ssh://git@example.com/x.git", "ext::sh -c true", "--upload-pack=true", "http://example.com/x"})
    void aRepositoryWithAnotherTransportIsRefused(String url) {
        var failed = failed(request("bld_ssh", draft(null, Map.of(), new Repository("app", url, "app", null, null))));
        assertThat(failed.failure().code()).isEqualTo("repository_refused");
    }

    @Test
    void aRepositorysHooksDoNotRun() throws Exception {
        succeeded(request("bld_hooks", draft("test ! -e app/.git/hooks/post-checkout", Map.of(), repository("main"))));
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

    @Test
    void aLogHasALimit() {
        succeeded(request("bld_loud", draft("head -c 12000000 /dev/zero | tr '\\0' 'x'; echo the end", Map.of())));
        assertThat(builder.log("bld_loud"))
                .hasSizeBetween(10_000_000, 11_000_000)
                .contains("the log is full");
    }

    @Test
    void aBuildThatDiedWithItsControlPlaneIsUnknownAndBeginsAnew() throws Exception {
        var request = request("bld_killed", draft("ls -A > made; test -e stop || { touch stop; sleep 1; }", Map.of()));
        start(request);
        await().atMost(SOON).until(() -> builder.log("bld_killed").contains("Running the setup script"));
        builder.close();
        await().atMost(SOON).until(() -> builder.observe("bld_killed").equals(new BuildObservation.Unknown()));
        builder = restarted();
        assertThat(builder.observe("bld_killed")).isEqualTo(new BuildObservation.Unknown());
        assertThat(read(succeeded(request), "made")).isEqualTo("made\n");
    }

    @Test
    void aFinishedBuildIsKnownAfterARestart() throws Exception {
        var artifact = succeeded(request("bld_kept", draft(null, Map.of())));
        builder = restarted();
        assertThat(builder.observe("bld_kept")).isEqualTo(new BuildObservation.Succeeded(artifact));
    }

    private Repository repository(String name, @Nullable String branch) {
        return new Repository(name, git.url(name), name, branch, null);
    }

    private ProcessSnapshotBuilder restarted() throws IOException {
        return new ProcessSnapshotBuilder(snapshots, ISOLATION, System.getenv("PATH"), ended::add);
    }

    private SnapshotFolder folder(Artifact artifact) {
        return new SnapshotFolder(snapshots.resolve(artifact.ref()));
    }
}
