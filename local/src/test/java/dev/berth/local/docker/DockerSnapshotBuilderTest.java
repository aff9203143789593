package dev.berth.local.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.local.driver.GitFixture;
import dev.berth.local.driver.LocalSnapshotBuilderContract;
import dev.berth.local.driver.SnapshotFolders;
import dev.berth.profile.Draft;
import dev.berth.snapshot.Artifact;
import dev.berth.snapshot.BuildObservation;
import dev.berth.snapshot.SnapshotBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("docker")
final class DockerSnapshotBuilderTest extends LocalSnapshotBuilderContract {
    private final List<String> ended = new CopyOnWriteArrayList<>();
    private final EngineFixture engine = new EngineFixture();
    private Path snapshots;
    private GitFixture git;
    private DockerSnapshotBuilder builder;

    @BeforeEach
    void open(@TempDir Path data, @TempDir Path repositories) throws Exception {
        snapshots = data;
        git = new GitFixture(repositories);
        git.repository("app", "echo hello > README; git add .; git commit -qm first");
        builder = started();
    }

    @AfterEach
    void close() {
        builder.close();
        engine.close();
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
    protected void restart() {
        builder.close();
        engine.reconnected();
        builder = started();
        builder.recover();
    }

    @Override
    protected String read(Artifact artifact, String file) throws IOException {
        return engine.read(artifact, Layout.FOLDER + "/workspace/" + file);
    }

    @Test
    void theArtifactIsPinnedByTheImagesDigest() {
        var artifact = succeeded(request("bld_pinned", draft(null, Map.of())));
        assertThat(artifact.driver()).isEqualTo("docker");
        assertThat(artifact.ref()).matches("berth/snapshot:bld_pinned@sha256:[0-9a-f]{64}");
    }

    @Test
    void theSetupScriptGetsTheImagesEnvironmentAndNothingOfThisProcess() throws Exception {
        assertThat(System.getenv()).containsKeys("AWS_SECRET_ACCESS_KEY", "BERTH_API_KEY");
        var artifact = succeeded(request("bld_env", draft("env > made", Map.of("MINE", "1"))));
        assertThat(read(artifact, "made").lines().map(line -> line.substring(0, line.indexOf('='))))
                .contains("PATH", "HOME", "MINE", "JAVA_HOME")
                .doesNotContain("AWS_SECRET_ACCESS_KEY")
                .noneMatch(name -> name.startsWith("BERTH_"));
    }

    @Test
    void whatTheSetupScriptInstallsAnywhereIsInTheSnapshot() throws Exception {
        var artifact = succeeded(request("bld_root", draft("echo tool > /usr/local/share/tool", Map.of())));
        assertThat(engine.read(artifact, "/usr/local/share/tool")).isEqualTo("tool\n");
    }

    @Test
    void workspaceAndHomeAreTheAgentsAndTheRuntimeIsNotInTheSnapshot() throws Exception {
        var first = succeeded(request("bld_owned", draft("touch ~/.made made", Map.of(), repository("main"))));
        var listed = engine.run(
                first,
                "stat -c %u:%g /sandbox/home /sandbox/home/.made /sandbox/workspace/app/README; ls -A /opt/berth /sandbox");
        assertThat(listed.lines())
                .startsWith("7000:7000", "7000:7000", "7000:7000")
                .contains("home", "workspace")
                .doesNotContain("jre", "build", "tmp");
    }

    @Test
    void nothingOfTheSetupScriptSurvivesIt() throws Exception {
        var artifact = succeeded(
                request("bld_fork", draft("setsid bash -c 'sleep 1 && touch late' & disown; touch made", Map.of())));
        assertThat(engine.run(artifact, "ls /sandbox/workspace")).isEqualTo("made\n");
    }

    @Test
    void noContainerIsLeftOfABuild() {
        succeeded(request("bld_clean", draft(null, Map.of())));
        failed(request("bld_unclean", draft("exit 1", Map.of())));
        assertThat(engine.host().containers().all(Labels.SNAPSHOT_PURPOSE)).isEmpty();
    }

    @Test
    void aBaseImageThatCannotBePulledIsNamed() {
        var failed = failed(request("bld_absent", from("berth.invalid/no-such-image:1")));
        assertThat(failed.failure().code()).isEqualTo("base_image_unavailable");
        assertThat(failed.failure().detail()).contains("berth.invalid/no-such-image:1");
    }

    @Test
    void aBaseImageWithoutGitIsRefusedWithWhatToInstall() {
        var failed = failed(request("bld_bare", from("debian:bookworm-slim")));
        assertThat(failed.failure().code()).isEqualTo("base_image_unusable");
        assertThat(failed.failure().remedy()).contains("git");
    }

    @Test
    void aBaseImageWithoutGlibcIsRefused() throws Exception {
        var failed = failed(request("bld_empty_image", from(engine.emptyImage())));
        assertThat(failed.failure().code()).isEqualTo("base_image_unusable");
        assertThat(failed.failure().detail()).contains("glibc");
    }

    @Test
    void aBuildThatUsesUpItsMemoryFailsSo() {
        var script = "head -c 300M /dev/zero | tail -c 300M >/dev/null";
        var small = new Draft(
                null, null, script, new Draft.Resources(1, 256, 1), List.of(), null, Map.of(), null, null, null, null);
        var failed = failed(request("bld_big", small));
        assertThat(failed.failure().code()).isIn("build_out_of_memory", "setup_failed");
    }

    @Test
    void aRepositoryInAFolderThatContainersHaveThemselvesIsRefused() {
        var failed = failed(request(
                "bld_taken", draft(null, Map.of(), new Draft.Repository("app", "file:///etc", "app", null, null))));
        assertThat(failed.failure().code()).isEqualTo("repository_refused");
    }

    @Test
    void whatAKilledControlPlaneWasBuildingIsRemovedAtTheNextStart() throws Exception {
        var host = engine.host();
        start(request("bld_left", draft("echo begun; sleep 1000", Map.of())));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(builder.log("bld_left")).contains("begun"));
        var next = new DockerSnapshotBuilder(host, new SnapshotFolders(snapshots.resolve("none")), ended::add);
        next.recover();
        assertThat(host.containers().inspect("bld_left")).isEmpty();
        assertThat(next.observe("bld_left")).isEqualTo(new BuildObservation.Unknown());
    }

    private static Draft from(String baseImage) {
        return new Draft(baseImage, null, null, null, List.of(), null, Map.of(), null, null, null, null);
    }

    private DockerSnapshotBuilder started() {
        return new DockerSnapshotBuilder(engine.host(), new SnapshotFolders(snapshots), ended::add);
    }
}
