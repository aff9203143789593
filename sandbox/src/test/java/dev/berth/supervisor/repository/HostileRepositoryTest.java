package dev.berth.supervisor.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a setup script, or whatever it ran, may have left in a repository for others to run.
class HostileRepositoryTest {
    private Path root;
    private RepositoryScene scene;

    @BeforeEach
    void aRepositoryThatWasPushedTo(@TempDir Path folder) throws IOException {
        root = folder.toRealPath();
        scene = new RepositoryScene(root);
        scene.scripts.repository("app", "echo one > file; git add .; git commit -qm one");
        scene.scripts.repository("other", "echo other > file; git add .; git commit -qm other");
        scene.clonedAndStarted();
        scene.origin("echo two > file; echo '* filter=evil' > .gitattributes; git add .; git commit -qm two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git config core.fsmonitor '$EVIL'",
                "git config core.sshCommand '$EVIL'",
                "git config core.gitProxy '$EVIL'",
                "git config core.alternateRefsCommand '$EVIL'",
                "git config core.askPass '$EVIL'",
                "git config credential.helper '!$EVIL'",
                "git config uploadpack.packObjectsHook '$EVIL'",
                "git config remote.origin.uploadpack '$EVIL'",
                "git config remote.$URL.uploadpack '$EVIL'",
                "git config remote.$URL.vcs evil",
                "git config url.$OTHER.insteadOf $URL",
                "git config include.path $ROOT/evil.config",
                "git config includeIf.onbranch:main.path $ROOT/evil.config",
                "git config core.worktree /",
                "git config core.hooksPath $ROOT/hooks",
                "for hook in reference-transaction post-checkout post-index-change; do "
                        + "cp $ROOT/evil .git/hooks/$hook; done",
            })
    void isNotObeyed(String script) {
        var url = scene.scripts.url("app");
        var evil = root.resolve("evil");
        scene.scripts.in(".", """
                printf '#!/bin/sh\\ntouch %s/obeyed\\n' > evil; chmod 755 evil; mkdir hooks
                cp evil hooks/reference-transaction; cp evil hooks/post-checkout; cp evil hooks/post-index-change
                printf '[core]\\n\\tfsmonitor = %s\\n[url "%s"]\\n\\tinsteadOf = %s\\n' > evil.config
                """.formatted(root, evil, scene.scripts.url("other"), url));
        scene.workspace(script.replace("$EVIL", evil.toString())
                .replace("$URL", url)
                .replace("$OTHER", scene.scripts.url("other"))
                .replace("$ROOT", root.toString()));

        var start = scene.bring();

        assertThat(root.resolve("obeyed")).doesNotExist();
        assertThat(start.behind()).isEmpty();
        assertThat(start.checkout().orElseThrow().commit()).isEqualTo(scene.commit("app"));
        assertThat(scene.scripts.in("sandbox/workspace/app", "cat file")).isEqualTo("two");
    }

    @Test
    void aFilterIsNotRunAndNamed() {
        scene.workspace("git config filter.evil.smudge 'touch %s/obeyed; cat'".formatted(root));

        var failure = scene.assertStayed(scene.bring());

        assertThat(root.resolve("obeyed")).doesNotExist();
        assertThat(failure.code()).isEqualTo("repository_filtered");
        assertThat(failure.detail()).contains("'evil'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mv .git ../elsewhere; ln -s ../elsewhere .git",
                "rm -rf .git; ln -s /etc/passwd .git",
                "mv .git ../elsewhere; echo gitdir: ../elsewhere > .git"
            })
    void aGitFolderThatIsElsewhereIsLeftAlone(String script) {
        scene.workspace(script);

        assertThat(scene.bring()).isEqualTo(StartingPoint.NONE);
        assertThat(scene.workspace("cat file")).isEqualTo("one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rm .git/HEAD",
                "echo garbage > .git/index",
                "touch .git/index.lock",
                "rm -rf .git/objects",
                "echo [garbage > .git/config",
                "rm -rf .git/refs; ln -s /nowhere .git/refs",
                "rm .git/HEAD; mkfifo .git/HEAD"
            })
    void oneThatIsBrokenCostsTheNewestCommitAndNothingElse(String script) {
        scene.workspace(script);

        var start = scene.bring(scene.scripts.url("app"), null, Duration.ofSeconds(2));

        assertThat(start.checkout().map(checkout -> checkout.commit()).orElse(""))
                .isNotEqualTo(scene.commit("app"));
        assertThat(scene.workspace("cat file")).isEqualTo("one");
    }
}
