package dev.berth.supervisor;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.EventData.DiffUpdated;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the next sandbox of a session begins with whose workspace is kept.
class KeptWorkspaceTest {
    private static final String ORIGIN = """
            echo one > kept; echo old > changed; echo gone > removed; mkdir dir; echo deep > dir/file
            echo 'ignored/' > .gitignore""";

    /// What agents do to repositories, by the name of the repository.
    private static final Map<String, String> WORKS = Map.ofEntries(
            entry("nothing", "true"),
            entry(
                    "branches",
                    "git commit -qm empty --allow-empty; git branch other; git tag light; git tag -a heavy -m heavy"),
            entry(
                    "topic",
                    "echo a > new; git add new; git commit -qm new; git checkout -q -b topic; git commit -qm t"
                            + " --allow-empty"),
            entry("stashes", "echo stash > changed; git stash -q; echo two > changed; git stash -q"),
            entry("given-up", "echo lost > changed; git commit -qam lost; git reset -q --hard HEAD~1"),
            entry("detached", "git checkout -q --detach; echo d > d; git add d; git commit -qm detached"),
            entry("repacked", "for n in $(seq 50); do echo $n > f$n; git add f$n; git commit -qm $n; done; git gc -q"),
            entry(
                    "staged",
                    "echo staged > changed; git add changed; echo after > changed; echo n > added; git add added;"
                            + " rm added"),
            entry("deleted", "rm removed; git rm -q kept; mkdir removed; echo now a folder > removed/file"),
            entry(
                    "names",
                    "printf x > $'caf\\xe9'; printf y > $'new\\nline'; mkdir -p 'a b/c'; ln -s ../changed 'a b/l'"),
            entry("modes", "touch run; chmod 755 run; echo secret > private; chmod 600 private; chmod 755 changed"),
            entry("empty", "mkdir -p empty/er dir/empty; ln kept hard; ln -s dir folder-link; ln -s /no nowhere"),
            entry("moved", "mv dir moved; ln -s moved dir"),
            entry(
                    "hidden",
                    "git update-index --assume-unchanged changed; echo hidden > changed;"
                            + " git update-index --skip-worktree kept; echo hidden > kept"),
            entry(
                    "merging",
                    "git checkout -q -b side; echo s > changed; git commit -qam s; git checkout -q main;"
                            + " echo m > changed; git commit -qam m; git merge -q side || true"),
            entry(
                    "inner",
                    "git init -q inner; cd inner; echo i > i; git add i; git commit -qm i; echo j > j; git init -q ../bare"),
            entry("tree", "git worktree add -q ../tree-beside -b tree; echo t > ../tree-beside/t"),
            entry("unborn", "git checkout -q --orphan nothing; git rm -rfq .; echo first > first; git add first"),
            entry(
                    "settings",
                    "git config user.name Somebody; git remote add mine file:///nowhere; echo x >> .git/info/exclude;"
                            + " echo x > .git/hooks/pre-commit; chmod +x .git/hooks/pre-commit"),
            entry("begun-again", "rm -rf .git; git init -q; echo again > again; git add again; git commit -qm again"),
            entry(
                    "no-repository",
                    "cd ..; rm -rf no-repository; mkdir no-repository; cd no-repository; echo plain > plain"),
            entry("beside", "echo i > ../file; mkdir ../folder; echo f > ../folder/f; chmod 500 ../folder"));

    @RegisterExtension
    final SandboxFixture sandbox = new SandboxFixture();

    private final KeptSession session = new KeptSession(sandbox);

    @BeforeEach
    void aRepositoryInTheSnapshot() throws Exception {
        session.origin("app", ORIGIN);
        session.cloneIntoSnapshot("app");
        session.worksIn("app");
    }

    /// One session for all of them, since each turn's end keeps them all.
    @Test
    void everyRepositoryIsAsItWas() throws Exception {
        session.likewise("app", WORKS.keySet());
        session.worksIn(WORKS.keySet().stream().sorted().toArray(String[]::new));
        session.start();
        var before = session.describeAfter(WORKS.entrySet().stream()
                .map(work -> "(cd ~/../workspace/%s\n%s)".formatted(work.getKey(), work.getValue()))
                .collect(Collectors.joining("\n")));

        session.next();

        var after = KeptSession.byRepository(session.describe());
        assertThat(after).containsExactlyInAnyOrderEntriesOf(KeptSession.byRepository(before));
        assertThat(after.keySet()).contains("./staged", "./merging", "./tree-beside", "./inner/inner");
    }

    @Test
    void theAgentIsAtTheSamePathWithItsMemory() throws Exception {
        session.start();
        var before = sandbox.run("export REMEMBERED=yes; cd dir; pwd; echo $HOME; echo $TMPDIR");

        session.next();

        assertThat(sandbox.run("pwd; echo $HOME; echo $TMPDIR")).isEqualTo(before);
        assertThat(sandbox.run("echo $REMEMBERED; test -d $HOME && echo home")).isEqualTo("yes\nhome\n");
    }

    /// What a build makes again is as the snapshot has it.
    @Test
    void hasIgnoredFilesOfTheSnapshotOnly() throws Exception {
        session.inSnapshot("mkdir app/ignored; echo installed > app/ignored/library");
        session.start();
        sandbox.run("echo built > ignored/output; rm ignored/library");

        session.next();

        assertThat(sandbox.run("ls ignored")).isEqualTo("library\n");
    }

    @Test
    void isWholeWithoutARepository() throws Exception {
        session.worksInNothing();
        session.inSnapshot("rm -rf app; mkdir gone stays; echo a > gone/a; echo b > stays/b");
        session.start();
        var before = session.describeAfter("rm -rf gone; echo c > stays/c; mkdir empty; printf x > $'caf\\xe9'");

        session.next();

        assertThat(session.describe()).isEqualTo(before);
    }

    @Test
    void comesBackAgainAndAgain() throws Exception {
        session.start();
        sandbox.run("echo 1 > n; git add n; git commit -qm 1");
        session.next();
        sandbox.run("echo 2 > n; git commit -qam 2; echo u > untracked");
        session.next();
        var before = session.describeAfter("echo 3 > n; rm untracked");

        session.next();

        assertThat(session.describe()).isEqualTo(before);
        assertThat(sandbox.run("git log --format=%s; cat n")).isEqualTo("2\n1\nbase\n3\n");
    }

    @Test
    void itsDiffGoesOnFromWhereTheSessionBegan() throws Exception {
        session.start();
        sandbox.run("echo new > changed; git commit -qam change");

        session.next();
        sandbox.run("echo more > kept");

        assertThat(session.events(DiffUpdated.class)).last().isEqualTo(new DiffUpdated(2, 2, 2));
    }

    /// Of one repository it is newer. Of one the branch was pushed over and another branch is gone, so that commits are
    /// fetched that the source gave up. One is cut off, elsewhere than before.
    @Test
    void aSnapshotThatWasMadeAnewChangesNothing() throws Exception {
        session.likewise("app", List.of("pushed-over", "shallow"));
        session.atOrigin("pushed-over", """
                git branch passing HEAD; git commit -q --allow-empty -m tip; git checkout -q passing
                git commit -q --allow-empty -m passing; git checkout -q main""");
        session.cloneIntoSnapshot("pushed-over");
        session.atOrigin("shallow", "for n in 1 2 3; do git commit -q --allow-empty -m $n; done");
        session.cloneIntoSnapshot("shallow", "--depth=1");
        session.worksIn("app", "pushed-over", "shallow");
        session.start();
        var before = session.describeAfter("""
                git checkout -q -b topic; echo mine > mine; git add mine; git commit -qm mine; echo x > changed
                cd ../pushed-over; echo mine > mine; git add mine; git commit -qm mine
                cd ../shallow; echo mine > mine; git add mine; git commit -qm mine""");
        session.atOrigin(
                "app", "git rm -q removed; echo newer > changed; echo n > new; git add -A; git commit -qm newer");
        session.cloneIntoSnapshot("app");
        session.atOrigin("pushed-over", """
                git reset -q --hard HEAD~1; git commit -q --allow-empty -m other; git branch -D passing""");
        session.cloneIntoSnapshot("pushed-over");
        session.atOrigin("shallow", "git commit -q --allow-empty -m 4; git commit -q --allow-empty -m 5");
        session.cloneIntoSnapshot("shallow", "--depth=1");

        session.next();

        var was = KeptSession.byRepository(before);
        var is = KeptSession.byRepository(session.describe());
        assertThat(is.keySet()).isEqualTo(was.keySet());
        assertThat(is).containsEntry("./app", was.get("./app")).containsEntry("./shallow", was.get("./shallow"));
        assertThat(sandbox.run("""
                cd ~/../workspace/pushed-over; git log --format=%s; cat mine
                git for-each-ref --format='%(refname)' refs/remotes; git fsck --no-dangling
                cd ../shallow; git log --format=%s""")).isEqualTo("""
                        mine
                        tip
                        base
                        mine
                        refs/remotes/origin/HEAD
                        refs/remotes/origin/main
                        mine
                        3
                        """);
    }

    /// Those that the snapshot has, and those that the agent added.
    @Test
    void aSubmoduleIsKeptAsARepositoryOfItsOwn() throws Exception {
        session.origin("lib", "echo l > l");
        var add = "git -c protocol.file.allow=always submodule --quiet add " + session.originUrl("lib");
        session.atOrigin("app", add + " lib; git commit -qm lib");
        session.cloneIntoSnapshot("app", "--recurse-submodules");
        session.start();
        var before = session.describeAfter("""
                (cd lib; git checkout -q -b topic; echo m > l; git commit -qam m; echo u > u)
                git add lib; echo staged > kept; git add kept
                %s added; cd added; echo a > l; git commit -qam a""".formatted(add));

        session.next();

        assertThat(session.describe()).isEqualTo(before);
        assertThat(sandbox.run("for name in lib added; do cd ~/../workspace/app/$name; git log --format=%s; done"))
                .isEqualTo("m\nbase\na\nbase\n");
    }

    @Test
    void aHostileWorkspaceStartsNothingAndReachesNothing() throws Exception {
        var outside = sandbox.snapshot().resolveSibling("outside");
        Files.createDirectories(outside);
        Files.writeString(outside.resolve("file"), "untouched");
        session.start();
        sandbox.run("""
                bad="touch %1$s/started"
                printf '#!/bin/sh\\n%%s\\n' "$bad" | tee .git/hooks/post-checkout > .git/hooks/post-index-change
                chmod +x .git/hooks/*; git config core.hooksPath .git/hooks
                git config core.fsmonitor "$bad"; git config diff.external "$bad"; git config core.pager "$bad"
                git config uploadpack.packObjectsHook "$bad"; git config core.sshCommand "$bad"
                git config filter.f.process "$bad"; git config filter.f.clean "$bad; cat"; git config filter.f.smudge "$bad; cat"
                git config core.worktree %1$s; git config core.attributesFile %1$s/file
                ln -s %1$s out; ln -s %1$s/file link; rm -rf dir; ln -s %1$s dir
                git --work-tree=. add -A; echo after > changed; rm -f %1$s/started""".formatted(outside));

        session.next();

        assertThat(sandbox.run("cat changed; readlink out link dir"))
                .isEqualTo("after\n%1$s\n%1$s/file\n%1$s\n".formatted(outside));
        assertThat(outside.resolve("file")).hasContent("untouched");
        assertThat(outside.resolve("started")).doesNotExist();
        try (var files = Files.list(outside)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).containsExactly("file");
        }
    }
}
