package dev.berth.local.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.profile.Draft.Repository;
import dev.berth.snapshot.BuildObservation;
import dev.berth.snapshot.SnapshotBuilderContract;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every snapshot builder of one machine does: with repositories as they come, and with its own death.
public abstract class LocalSnapshotBuilderContract extends SnapshotBuilderContract {
    protected abstract GitFixture git();

    /// Ends the builder as a killed process does.
    protected abstract void abandon();

    /// Has another builder take its place.
    protected abstract void restart() throws Exception;

    @Override
    protected String repositoryUrl() {
        return git().url("app");
    }

    @Test
    void anEmptyRepositoryBecomesAnEmptyCloneAndTheLogSaysSo() throws Exception {
        git().repository("empty", "true");
        var artifact = succeeded(request("bld_empty", draft(null, Map.of(), repository("empty", "main"))));
        assertThat(read(artifact, "empty/.git/HEAD")).contains("refs/heads/main");
        assertThat(builder().log("bld_empty")).contains("The repository is empty");
    }

    @Test
    void fileNamesNeedNotBeText() throws Exception {
        git().repository("names", "echo x > $'bad\\xff\\xfename'; git add .; git commit -qm names");
        var artifact = succeeded(request(
                "bld_names",
                draft("ls names | od -An -tx1 | tr -d ' \\n' > made", Map.of(), repository("names", null))));
        assertThat(read(artifact, "made")).contains("fffe");
    }

    /// Of this machine's repositories a build sees those that the profile names.
    @Test
    void submodulesAreCheckedOutToTheLastLevel() throws Exception {
        git().repository("leaf", "echo leaf > leaf; git add .; git commit -qm leaf");
        git().repository("middle", "git submodule --quiet add %s leaf; git commit -qm m".formatted(git().url("leaf")));
        git().repository("top", "git submodule --quiet add %s middle; git commit -qm t".formatted(git().url("middle")));
        var artifact = succeeded(request(
                "bld_sub",
                draft(null, Map.of(), repository("top", null), repository("middle", null), repository("leaf", null))));
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
        git().repository("hostile", """
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
    void aSnapshotThatWouldKeepCredentialsIsRefusedWithWhereTheyAre() {
        var script = "printf 'machine example.com login me password %s' hunter2 > ~/.netrc";
        var failed = failed(request("bld_secret", draft(script, Map.of())));
        assertThat(failed.failure().code()).isEqualTo("secret_found");
        assertThat(failed.failure().detail()).contains("home/.netrc").doesNotContain("hunter2");
        assertThat(builder().log("bld_secret")).containsPattern("Looked for credentials in \\d+ files, found 1");
    }

    @Test
    void aCredentialThatTheSetupScriptRemovedIsNone() {
        succeeded(request("bld_removed", draft("echo password x > ~/.netrc; rm ~/.netrc", Map.of())));
    }

    @Test
    void aLogHasALimit() {
        succeeded(request("bld_loud", draft("head -c 12000000 /dev/zero | tr '\\0' 'x'; echo the end", Map.of())));
        assertThat(builder().log("bld_loud"))
                .hasSizeBetween(10_000_000, 11_000_000)
                .contains("the log is full");
    }

    @Test
    void aBuildThatDiedWithItsControlPlaneIsUnknownAndBeginsAnew() throws Exception {
        var request = request("bld_killed", draft("ls -A > made; test -e stop || { touch stop; sleep 1; }", Map.of()));
        start(request);
        await().atMost(SOON).until(() -> builder().log("bld_killed").contains("Running the setup script"));
        abandon();
        await().atMost(SOON).until(() -> builder().observe("bld_killed").equals(new BuildObservation.Unknown()));
        restart();
        assertThat(builder().observe("bld_killed")).isEqualTo(new BuildObservation.Unknown());
        assertThat(read(succeeded(request), "made")).isEqualTo("made\n");
    }

    @Test
    void aFinishedBuildIsKnownAfterARestart() throws Exception {
        var artifact = succeeded(request("bld_kept", draft(null, Map.of())));
        restart();
        assertThat(builder().observe("bld_kept")).isEqualTo(new BuildObservation.Succeeded(artifact));
    }

    private Repository repository(String name, @Nullable String branch) {
        return new Repository(name, git().url(name), name, branch, null);
    }
}
