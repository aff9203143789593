package dev.berth.supervisor.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmoduleUpdateTest {
    private static RepositoryScene scene;

    @BeforeAll
    static void aRepositoryWithASubmoduleThatHasOne(@TempDir Path root) throws IOException {
        scene = new RepositoryScene(root.toRealPath().resolve("scene"));
        scene.scripts.repository("leaf", "echo one > file; git add .; git commit -qm one");
        scene.scripts.repository("middle", "git submodule --quiet add ../leaf; git commit -qm one");
        scene.scripts.repository(
                "app",
                "echo one > file; git add .; git submodule --quiet add %s; git commit -qm one"
                        .formatted(url("middle")));
        scene.scripts.in("app", "git submodule --quiet update --init --recursive");
        scene.cloned("--recurse-submodules");
        scene.started();
        scene.scripts.keep();
    }

    @BeforeEach
    void asItWasMade() {
        scene.scripts.again();
    }

    @Test
    void theyAreBroughtToTheCommitsThatTheNewestOneNames() {
        push();

        scene.assertBrought(scene.bring());

        assertThat(scene.workspace("cat middle/leaf/file; git submodule status --recursive | cut -c1 | tr ' ' =="))
                .isEqualTo("two\n=\n=");
    }

    @Test
    void aCommitThatNoBranchHasIsFound() {
        push();
        scene.scripts.in("leaf", "git reset -q --hard HEAD^; git tag kept ORIG_HEAD");

        scene.assertBrought(scene.bring());

        assertThat(scene.workspace("cat middle/leaf/file")).isEqualTo("two");
    }

    @Test
    void theirHistoryMayBeShort() {
        scene.scripts.in("sandbox/workspace", "rm -rf app");
        scene.scripts.in("snapshot", "rm -rf app");
        scene.cloned("--depth 1 --recurse-submodules --shallow-submodules");
        scene.started();
        push();

        scene.assertBrought(scene.bring(url("app"), 1, RepositoryScene.PATIENT));

        assertThat(scene.workspace("cat middle/leaf/file; git -C middle/leaf rev-list --count HEAD"))
                .isEqualTo("two\n1");
    }

    @Test
    void whatTheSetupScriptChangedInOneIsNeverOverwritten() {
        scene.workspace("echo mine > middle/leaf/file");
        push();

        var failure = scene.assertStayed(scene.bring());

        assertThat(failure.code()).isEqualTo("repository_changed_by_setup");
        assertThat(scene.workspace("cat file middle/leaf/file; git -C middle/leaf log --format=%s"))
                .isEqualTo("one\nmine\none");
    }

    @Test
    void oneThatTheSetupScriptMovedIsNamed() {
        scene.workspace("cd middle/leaf; echo mine > file; git commit -qam mine");
        push();

        var failure = scene.assertStayed(scene.bring());

        assertThat(failure.code()).isEqualTo("submodule_not_updated");
        assertThat(failure.detail()).contains("'app'", "'leaf'");
    }

    @Test
    void oneThatIsNewIsNamedAndNothingMoves() {
        scene.origin("echo two > file; git submodule --quiet add %s new; git commit -qam two".formatted(url("leaf")));

        var failure = scene.assertStayed(scene.bring());

        assertThat(failure.code()).isEqualTo("submodule_not_updated");
        assertThat(failure.detail()).contains("'new'");
        assertThat(failure.remedy()).contains("Refresh the snapshot");
        assertThat(scene.workspace("cat file; ls")).isEqualTo("one\nfile\nmiddle");
    }

    @Test
    void oneThatIsGoneStaysAsFilesThatNobodyTracks() {
        scene.origin("git rm -q middle; git commit -qm two");

        var start = scene.bring();

        assertThat(start.behind()).isEmpty();
        assertThat(scene.workspace("git status --porcelain; cat middle/leaf/file"))
                .isEqualTo("?? middle/\none");
    }

    @Test
    void oneThatWasNotCheckedOutStaysSo() {
        scene.workspace("git submodule --quiet deinit --force middle");
        push();

        var start = scene.bring();

        assertThat(start.behind()).isEmpty();
        assertThat(scene.workspace("cat file; ls middle")).isEqualTo("two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh://git@example.com/x.git",
                "git@example.com:x.git",
                "ext::touch obeyed",
                "http://example.com/x"
            })
    void oneThatMovedToAnotherTransportIsRefused(String url) {
        scene.origin("""
                git -C middle commit -q --allow-empty -m three
                git config --file .gitmodules submodule.middle.url '%s'; git commit -qam two""".formatted(url));

        var failure = scene.assertStayed(scene.bring());

        assertThat(failure.code()).isEqualTo("submodule_not_updated");
        assertThat(failure.detail()).contains(url);
    }

    @Test
    void oneWhoseCommitIsNowhereIsNamed() {
        scene.origin("git -C middle commit -q --allow-empty -m three; git commit -qam two");

        var failure = scene.assertStayed(scene.bring());

        assertThat(failure.code()).isEqualTo("submodule_not_updated");
        assertThat(failure.detail()).contains("'middle'", url("middle"));
    }

    /// A commit in the innermost, and one in each around it that names it.
    private void push() {
        scene.scripts.in("leaf", "echo two > file; git commit -qam two");
        scene.scripts.in("middle", "git -C leaf pull -q origin main; git commit -qam two");
        scene.origin("echo two > file; git -C middle pull -q origin main; git commit -qam two");
    }

    private static String url(String name) {
        return scene.scripts.url(name);
    }
}
