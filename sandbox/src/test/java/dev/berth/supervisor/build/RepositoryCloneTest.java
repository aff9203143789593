package dev.berth.supervisor.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryCloneTest {
    private BuildScene scene;

    @BeforeEach
    void aRepository(@TempDir Path root) throws IOException {
        scene = new BuildScene(root);
        scene.scripts.repository(
                "app", "for i in 1 2 3; do echo $i > file; git add .; git commit -qm $i; done; git tag v2 HEAD^");
    }

    @Test
    void allOfItsHistoryIsThereAndTheLogSaysWhereItStands() {
        var log = scene.built(null, scene.repository("app", null, null));

        assertThat(scene.workspace("git -C app log --format=%s")).isEqualTo("3\n2\n1");
        assertThat(log).contains("It is at " + scene.scripts.in("app", "git rev-parse HEAD"));
    }

    @Test
    void asMuchHistoryIsThereAsWasAskedFor() {
        scene.built(null, scene.repository("app", "main", 2));

        assertThat(scene.workspace("git -C app log --format=%s")).isEqualTo("3\n2");
    }

    @Test
    void aTagMayBeTheStart() {
        scene.built(null, scene.repository("app", "v2", null));

        assertThat(scene.workspace("cat app/file; git -C app symbolic-ref -q HEAD || echo on no branch"))
                .isEqualTo("2\non no branch");
    }

    @Test
    void aBranchGoesBeforeATagOfItsName() {
        scene.scripts.in("app", "git branch v2 main");

        scene.built(null, scene.repository("app", "v2", null));

        assertThat(scene.workspace("cat app/file; git -C app symbolic-ref HEAD"))
                .isEqualTo("3\nrefs/heads/v2");
    }

    @Test
    void whatIsNeitherIsNamed() {
        var commit = scene.scripts.in("app", "git rev-parse HEAD^");

        var failure = scene.failed(null, scene.repository("app", commit, null));

        assertThat(failure.code()).isEqualTo("branch_missing");
        assertThat(failure.detail()).contains("'app'", "neither a branch nor a tag", commit);
    }

    @Test
    void whatCannotBeReadIsNamedWithTheReasonAndNotWithAdvice() {
        var failure = scene.failed(null, scene.repository("nowhere", null, null));

        assertThat(failure.code()).isEqualTo("repository_unreadable");
        assertThat(failure.detail()).contains("'nowhere'", "does not appear to be a git repository");
    }

    @Test
    void severalLieBesideEachOther() {
        scene.scripts.repository("lib", "echo lib > file; git add .; git commit -qm lib");

        scene.built(null, scene.repository("app", null, null), scene.repository("lib", null, null));

        assertThat(scene.workspace("cat app/file lib/file")).isEqualTo("3\nlib");
    }

    @Test
    void submodulesAreFoundRelativeToEachOtherAndHaveAsMuchHistory() {
        scene.scripts.repository("leaf", "for i in 1 2 3; do echo $i > f; git add .; git commit -qm $i; done");
        scene.scripts.repository("middle", "git submodule --quiet add ../leaf; git commit -qm m");
        scene.scripts.repository("top", "git submodule --quiet add ../middle; git commit -qm t");

        scene.built(null, scene.repository("top", null, 1));

        assertThat(scene.workspace("cat top/middle/leaf/f; git -C top/middle/leaf rev-list --count HEAD"))
                .isEqualTo("3\n1");
    }

    @Test
    void aSubmoduleThatDoesNotExistIsNamed() {
        scene.scripts.repository("leaf", "git commit -q --allow-empty -m leaf");
        scene.scripts.repository("top", "git submodule --quiet add ../leaf; git commit -qm t");
        scene.scripts.in(".", "rm -rf leaf");

        var failure = scene.failed(null, scene.repository("top", null, null));

        assertThat(failure.code()).isEqualTo("submodule_not_cloned");
        assertThat(failure.detail()).contains("'top'", "'leaf'", "../leaf", "does not appear to be a git repository");
        assertThat(failure.remedy()).contains("refresh the snapshot");
    }

    @Test
    void aCommitThatASubmoduleHasNotIsNamed() {
        scene.scripts.repository("leaf", "git commit -q --allow-empty -m leaf");
        scene.scripts.repository("top", """
                git submodule --quiet add ../leaf; git -C leaf commit -q --allow-empty -m lost
                git add leaf; git commit -qm t""");

        var failure = scene.failed(null, scene.repository("top", null, null));

        assertThat(failure.code()).isEqualTo("submodule_not_cloned");
        assertThat(failure.detail()).contains("'leaf'");
    }

    @Test
    void aSubmoduleThatIsNotMeantForAllIsLeftOut() {
        scene.scripts.repository("top", """
                printf '[submodule "s"]\\n\\tpath = s\\n\\turl = ssh://git@example.com/s\\n\\tupdate = none\\n' > .gitmodules
                commit=$(git commit-tree -m x $(git write-tree))
                git update-index --add --cacheinfo 160000,$commit,s --cacheinfo 160000,$commit,unnamed
                git add .gitmodules; git commit -qm t; mkdir unnamed s""");

        scene.built(null, scene.repository("top", null, null));

        assertThat(scene.workspace("ls top/s top/unnamed")).doesNotContain(".git");
    }

    @Test
    void aPasswordInASubmodulesUrlIsNotRepeated() {
        scene.scripts.repository("top", """
                printf '[submodule "s"]\\n\\tpath = s\\n\\turl = ssh://me:secret@example.com/s\\n' > .gitmodules
                git update-index --add --cacheinfo 160000,$(git commit-tree -m x $(git write-tree)),s
                git add .gitmodules; git commit -qm t""");

        var failure = scene.failed(null, scene.repository("top", null, null));

        assertThat(failure.code()).isEqualTo("submodule_refused");
        assertThat(failure.detail()).contains("ssh://me@example.com/s").doesNotContain("secret");
    }

    @Test
    void largeFilesStayPointersWhereGitLfsIsNotInstalledAndTheLogSaysSo() {
        pointers();
        scene.program("git-lfs", "exit 127");

        var log = scene.built(null, scene.repository("large", null, null));

        assertThat(scene.workspace("cat large/a.bin")).contains("git-lfs.github.com/spec/v1");
        assertThat(log).contains("Its 1 Git LFS files stay pointers", "Install git-lfs");
    }

    @Test
    void largeFilesAreFetchedWhereGitLfsIsInstalled() {
        pointers();
        scene.program("git-lfs", "echo called with $*; [ $1 = pull ] && echo whole > a.bin; true");

        var log = scene.built(null, scene.repository("large", null, null));

        assertThat(log).contains("called with install --local", "called with pull");
        assertThat(scene.workspace("cat large/a.bin")).isEqualTo("whole");
    }

    @Test
    void largeFilesThatAreNotThereFailTheBuildWithAWayOut() {
        pointers();
        scene.program("git-lfs", "[ $1 != pull ] || { echo error: remote missing object >&2; exit 2; }");

        var failure = scene.failed(null, scene.repository("large", null, null));

        assertThat(failure.code()).isEqualTo("large_files_not_fetched");
        assertThat(failure.detail()).contains("'large'", "remote missing object");
        assertThat(failure.remedy()).contains("GIT_LFS_SKIP_SMUDGE=1");

        scene.scripts.in(".", "rm -rf made");
        scene.environment(Map.of("GIT_LFS_SKIP_SMUDGE", "1"));
        assertThat(scene.built(null, scene.repository("large", null, null))).contains("stay pointers");
    }

    @Test
    void aStoreOfLargeFilesByAnotherTransportIsRefused() {
        pointers();
        scene.scripts.in(
                "large",
                "printf '[lfs]\\n\\turl = ssh://git@example.com/x\\n' > .lfsconfig; git add .; git commit -qm s");
        scene.program("git-lfs", "true");

        var failure = scene.failed(null, scene.repository("large", null, null));

        assertThat(failure.code()).isEqualTo("large_files_refused");
        assertThat(failure.detail()).contains("'large'", "ssh://");
    }

    private void pointers() {
        scene.scripts.repository("large", """
                echo '*.bin filter=lfs diff=lfs merge=lfs -text' > .gitattributes
                printf 'version https://git-lfs.github.com/spec/v1\\noid sha256:%064d\\nsize 4\\n' 1 > a.bin
                git add .; git commit -qm large""");
    }
}
