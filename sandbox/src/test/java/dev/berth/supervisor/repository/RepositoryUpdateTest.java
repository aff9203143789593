package dev.berth.supervisor.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.EventData.Checkout;
import dev.berth.event.MustAct;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryUpdateTest {
    private RepositoryScene scene;

    @BeforeEach
    void aRepository(@TempDir Path root) throws IOException {
        scene = new RepositoryScene(root.toRealPath());
        scene.scripts.repository("app", """
                mkdir folder; echo one > kept; echo one > changed; echo one > folder/removed
                git add .; git commit -qm one""");
    }

    @Test
    void theNewestCommitIsBrought() {
        scene.clonedAndStarted();
        scene.origin("echo two > changed; git rm -q folder/removed; echo two > added; git add .; git commit -qm two");

        var start = scene.bring();

        scene.assertBrought(start);
        assertThat(start.checkout()).contains(new Checkout("app", "main", scene.commit("app")));
        assertThat(scene.workspace("cat changed added; ls; git status -sb"))
                .isEqualTo("two\ntwo\nadded\nchanged\nkept\n## main...origin/main");
    }

    @Test
    void whatIsTheNewestAlreadyStays() {
        scene.clonedAndStarted();

        scene.assertBrought(scene.bring());
    }

    @Test
    void severalCommitsAreBroughtWithTheirHistory() {
        scene.clonedAndStarted();
        scene.origin("for i in 1 2 3; do echo $i > changed; git commit -qam $i; done");

        scene.assertBrought(scene.bring());

        assertThat(scene.workspace("git log --format=%s")).isEqualTo("3\n2\n1\none");
    }

    @Test
    void aBranchMayBeOneOfAFolder() {
        scene.origin("git checkout -q -b feature/a");
        scene.clonedAndStarted();
        scene.origin("echo two > changed; git commit -qam two");

        var start = scene.bring();

        scene.assertBrought(start);
        assertThat(start.checkout().orElseThrow().branch()).isEqualTo("feature/a");
    }

    @Test
    void whatTheSetupScriptChangedElsewhereStays() {
        scene.clonedAndStarted();
        scene.workspace("echo mine > kept; echo mine > untracked; mkdir modules; echo x > modules/x");
        scene.origin("echo two > changed; git commit -qam two");

        var start = scene.bring();

        assertThat(start.behind()).isEmpty();
        assertThat(scene.workspace("cat changed kept untracked modules/x")).isEqualTo("two\nmine\nmine\nx");
        assertThat(scene.workspace("git status --porcelain")).contains("M kept", "?? modules/", "?? untracked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo mine > changed",
                "echo mine > added",
                "echo added > .git/info/exclude; echo mine > added",
                "echo mine > changed; git add changed",
                "rm changed; mkdir changed; echo mine > changed/file",
                "git rm -q --cached changed"
            })
    void whatTheSetupScriptChangedIsNeverOverwritten(String setup) {
        scene.clonedAndStarted();
        scene.workspace(setup);
        var before = scene.workspace("git status --porcelain --ignored; grep -r . --exclude-dir=.git .");
        scene.origin("echo two > changed; echo two > added; git add .; git commit -qm two");

        var failure = scene.assertStayed(scene.bring());

        assertThat(failure.code()).isEqualTo("repository_changed_by_setup");
        assertThat(failure.detail()).contains("'app'").containsAnyOf("changed", "added");
        assertThat(failure.remedy()).contains("Refresh the snapshot");
        assertThat(failure.mustAct()).isEqualTo(MustAct.CALLER);
        assertThat(scene.workspace("git status --porcelain --ignored; grep -r . --exclude-dir=.git ."))
                .isEqualTo(before);
    }

    @Test
    void commitsOfTheSetupScriptAreNeverLost() {
        scene.clonedAndStarted();
        scene.workspace("echo mine > kept; git commit -qam mine");
        scene.origin("echo two > changed; git commit -qam two");

        var start = scene.bring();

        assertThat(start.behind().orElseThrow().code()).isEqualTo("repository_changed_by_setup");
        assertThat(start.checkout().orElseThrow().commit()).isEqualTo(scene.commit("sandbox/workspace/app"));
        assertThat(scene.workspace("git log --format=%s")).isEqualTo("mine\none");
    }

    @ParameterizedTest
    @CsvSource({"git checkout -q -b own, own", "git checkout -q --detach,", "git checkout -q v1,"})
    void whereTheSetupScriptWentIsWhereTheSessionBegins(String setup, String branch) {
        scene.origin("git tag v1");
        scene.clonedAndStarted();
        scene.workspace(setup);
        scene.origin("echo two > changed; git commit -qam two");

        var start = scene.bring();

        assertThat(start.behind()).isEmpty();
        assertThat(start.checkout()).contains(new Checkout("app", branch, scene.commit("snapshot/app")));
    }

    @Test
    void aTagStaysWhereItWas() {
        scene.origin("git tag v1");
        scene.cloned("--branch v1");
        scene.started();
        scene.origin("echo two > changed; git commit -qam two; git tag -f v1");

        assertThat(scene.bring().checkout()).contains(new Checkout("app", null, scene.commit("snapshot/app")));
    }

    @Test
    void aForcePushIsFollowed() {
        scene.origin("echo two > changed; git commit -qam two");
        scene.clonedAndStarted();
        scene.origin("git reset -q --hard HEAD^; echo other > changed; git commit -qam other");

        scene.assertBrought(scene.bring());

        assertThat(scene.workspace("git log --format=%s; cat changed")).isEqualTo("other\none\nother");
    }

    @Test
    void aBranchThatWasDeletedIsNamed() {
        scene.origin("git checkout -q -b gone");
        scene.clonedAndStarted();
        scene.origin("git checkout -q main; git branch -q -D gone");

        var failure = scene.assertStayed(scene.bring());

        assertThat(failure.code()).isEqualTo("branch_deleted");
        assertThat(failure.detail()).contains("'app'", "'gone'");
        assertThat(failure.mustAct()).isEqualTo(MustAct.CALLER);
    }

    @Test
    void aRepositoryThatCannotBeReachedIsSaid() {
        scene.clonedAndStarted();
        scene.scripts.in(".", "mv app away");

        var failure = scene.assertStayed(scene.bring());

        assertThat(failure.code()).isEqualTo("repository_unreachable");
        assertThat(failure.detail()).contains("'app'", scene.scripts.url("app"), "does not appear to be");
        assertThat(failure.mustAct()).isEqualTo(MustAct.OPERATOR);
    }

    @Test
    void aHostThatDoesNotAnswerIsNotWaitedForLong() throws IOException {
        scene.clonedAndStarted();
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var url = "http://127.0.0.1:%d/app.git".formatted(silent.getLocalPort());

            var failure = scene.assertStayed(scene.bring(url, null, Duration.ofSeconds(1)));

            assertThat(failure.code()).isEqualTo("repository_too_slow");
            assertThat(failure.detail()).contains("within 1 seconds");
            assertThat(failure.mustAct()).isEqualTo(MustAct.OPERATOR);
        }
    }

    @Test
    void theFirstCommitOfAnEmptyRepositoryIsBrought() {
        scene.scripts.repository("empty", "true");
        scene.scripts.in(".", "mv app full; mv empty app");
        scene.clonedAndStarted();
        assertThat(scene.bring()).isEqualTo(StartingPoint.NONE);
        scene.origin("echo first > file; git add .; git commit -qm first");

        var start = scene.bring();

        scene.assertBrought(start);
        assertThat(scene.workspace("cat file; git log --format=%s")).isEqualTo("first\nfirst");
    }

    @Test
    void aShortHistoryStaysShort() {
        scene.origin("for i in 1 2 3; do echo $i > changed; git commit -qam $i; done");
        scene.cloned("--depth 1");
        scene.started();
        scene.origin("for i in 4 5 6; do echo $i > changed; git commit -qam $i; done");

        scene.assertBrought(scene.bring(scene.scripts.url("app"), 2, RepositoryScene.PATIENT));

        assertThat(scene.workspace("git log --format=%s")).isEqualTo("6\n5");
    }

    @Test
    void namesNeedNotBeTextAndLinksMayLeadAnywhere() {
        scene.clonedAndStarted();
        scene.origin("""
                printf 'x' > $'bad\\xff\\xfename'; ln -s /etc/passwd out; ln -s ../../.. up
                printf 'y' > $'line\\nfeed'; git add .; git commit -qm two""");

        scene.assertBrought(scene.bring());

        assertThat(scene.workspace("readlink out up; cat $'bad\\xff\\xfename' $'line\\nfeed'"))
                .isEqualTo("/etc/passwd\n../../..\nxy");
    }

    @Test
    void aCommitMayPutALinkWhereAFolderWas() {
        scene.clonedAndStarted();
        scene.origin("git rm -qr folder; ln -s /tmp folder; git add .; git commit -qm two");

        scene.assertBrought(scene.bring());

        assertThat(scene.workspace("readlink folder")).isEqualTo("/tmp");
    }

    @Test
    void commitsMayHaveLongNames() {
        scene.scripts.in("long", "git init -q -b main --object-format=sha256; echo 1 > f; git add .; git commit -qm 1");
        scene.scripts.in(".", "mv app short; mv long app");
        scene.clonedAndStarted();
        scene.origin("echo 2 > f; git commit -qam 2");

        scene.assertBrought(scene.bring());
    }

    @Test
    void nothingOfItsWorkIsLeft() {
        scene.clonedAndStarted();
        scene.origin("echo two > changed; git commit -qam two");

        scene.bring();

        assertThat(scene.scripts.in("sandbox/update", "find . -mindepth 1 ! -name output ! -name output.errors"))
                .isEmpty();
        assertThat(scene.workspace("git for-each-ref --format='%(refname)'; find .git -name '*.lock'"))
                .isEqualTo("refs/heads/main\nrefs/remotes/origin/HEAD\nrefs/remotes/origin/main");
    }

    @Test
    void aFolderThatIsNoRepositoryHasNoStartingPoint() {
        scene.scripts.in("sandbox/workspace/app", "echo x > file");

        assertThat(scene.bring()).isEqualTo(StartingPoint.NONE);
    }
}
