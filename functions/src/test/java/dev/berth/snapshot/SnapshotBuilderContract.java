package dev.berth.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.profile.Draft;
import dev.berth.profile.Draft.Repository;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What every snapshot builder does.
public abstract class SnapshotBuilderContract {
    protected static final Duration SOON = Duration.ofSeconds(60);

    protected abstract SnapshotBuilder builder();

    /// The builds that the builder's observer was told have ended, so far.
    protected abstract List<String> ended();

    /// A repository with one commit on its branch `main`, which holds a file `README`.
    protected abstract String repositoryUrl() throws Exception;

    /// The text of a file in an artifact's workspace.
    protected abstract String read(Artifact artifact, String file) throws Exception;

    @Test
    void aSnapshotHoldsTheRepositoriesAndWhatTheSetupScriptMade() throws Exception {
        var artifact = succeeded(request(
                "bld_ok",
                draft("cat app/README > made; echo $KIND >> made", Map.of("KIND", "test"), repository("main"))));
        assertThat(read(artifact, "made")).isEqualTo("hello\ntest\n");
        assertThat(ended()).contains("bld_ok");
    }

    @Test
    void whatTheBuildPrintsIsInItsLogWhileItRuns() {
        start(request("bld_log", draft("echo 'now it runs'; sleep 1000", Map.of())));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(builder().log("bld_log")).contains("now it runs"));
        assertThat(builder().observe("bld_log")).isEqualTo(new BuildObservation.Building());
        builder().cancel("bld_log");
        awaitEnd("bld_log");
    }

    @Test
    void aSetupScriptThatFailsFailsTheBuildWithItsExitCodeAndLastWords() {
        var failed = failed(request("bld_exit", draft("echo 'the last words'; exit 7", Map.of())));
        assertThat(failed.failure().code()).isEqualTo("setup_failed");
        assertThat(failed.failure().detail()).contains("7").contains("the last words");
        assertThat(builder().log("bld_exit")).contains("the last words");
    }

    @Test
    void aSetupScriptThatTakesTooLongIsEnded() {
        var request =
                new BuildRequest("bld_slow", "org_1", "prf_1", 1, draft("sleep 1000", Map.of()), Duration.ofSeconds(1));
        assertThat(failed(request).failure().code()).isEqualTo("build_timed_out");
    }

    @Test
    void aCancelledBuildFailsSoAndMayBeCancelledAgain() {
        start(request("bld_cancel", draft("echo begun; sleep 1000", Map.of())));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(builder().log("bld_cancel")).contains("begun"));
        builder().cancel("bld_cancel");
        awaitEnd("bld_cancel");
        builder().cancel("bld_cancel");
        assertThat(builder().observe("bld_cancel"))
                .isInstanceOfSatisfying(
                        BuildObservation.Failed.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo("build_cancelled"));
    }

    @ParameterizedTest
    @CsvSource({"absent, repository_unreadable", "present, branch_missing"})
    void aFailureNamesItsRepository(String which, String code) throws Exception {
        var url = which.equals("absent") ? repositoryUrl() + "-absent" : repositoryUrl();
        var failed = failed(request(
                "bld_" + which, draft(null, Map.of(), new Repository("app", url, "app", "no-such-branch", null))));
        assertThat(failed.failure().code()).isEqualTo(code);
        assertThat(failed.failure().detail()).contains(url);
        assertThat(failed.failure().remedy()).isNotBlank();
    }

    @Test
    void aBuildIsOneHoweverOftenItIsStarted() throws Exception {
        var request = request("bld_once", draft("date +%N > made", Map.of()));
        var made = read(succeeded(request), "made");
        start(request);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(ended()).filteredOn("bld_once"::equals).hasSizeGreaterThan(1));
        assertThat(read(succeeded(request), "made")).isEqualTo(made);
    }

    @Test
    void aBuildThatNobodyStartedIsUnknown() {
        assertThat(builder().observe("bld_none")).isEqualTo(new BuildObservation.Unknown());
        assertThat(builder().log("bld_none")).isEmpty();
        builder().cancel("bld_none");
    }

    @Test
    void aDiscardedArtifactIsGoneAndMayBeDiscardedAgain() {
        var artifact = succeeded(request("bld_discard", draft(null, Map.of())));
        builder().discard(artifact);
        builder().discard(artifact);
        assertThat(builder().observe("bld_discard")).isEqualTo(new BuildObservation.Unknown());
    }

    @Test
    void moreBuildsThanRunAtOnceAllEnd() {
        for (int i = 0; i < 5; i++) {
            start(request("bld_many" + i, draft("sleep 0.1", Map.of())));
        }
        for (int i = 0; i < 5; i++) {
            awaitEnd("bld_many" + i);
            assertThat(builder().observe("bld_many" + i)).isInstanceOf(BuildObservation.Succeeded.class);
        }
    }

    protected final void start(BuildRequest request) {
        builder().start(request);
    }

    protected final Artifact succeeded(BuildRequest request) {
        start(request);
        awaitEnd(request.build());
        assertThat(builder().observe(request.build()))
                .as(builder().log(request.build()))
                .isInstanceOf(BuildObservation.Succeeded.class);
        return ((BuildObservation.Succeeded) builder().observe(request.build())).artifact();
    }

    protected final BuildObservation.Failed failed(BuildRequest request) {
        start(request);
        awaitEnd(request.build());
        assertThat(builder().observe(request.build()))
                .as(builder().log(request.build()))
                .isInstanceOf(BuildObservation.Failed.class);
        return (BuildObservation.Failed) builder().observe(request.build());
    }

    protected final void awaitEnd(String build) {
        await().atMost(SOON).untilAsserted(() -> assertThat(ended()).contains(build));
    }

    protected final Repository repository(String branch) throws Exception {
        return new Repository("app", repositoryUrl(), "app", branch, null);
    }

    protected static BuildRequest request(String build, Draft content) {
        return new BuildRequest(build, "org_1", "prf_1", 1, content, Duration.ofSeconds(30));
    }

    protected static Draft draft(
            @Nullable String setupScript, Map<String, String> environment, Repository... repositories) {
        return new Draft(
                null, null, setupScript, null, List.of(repositories), null, environment, null, null, null, null);
    }
}
