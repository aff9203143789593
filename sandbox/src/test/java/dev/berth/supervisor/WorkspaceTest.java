package dev.berth.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.EventData.DiffUpdated;
import dev.berth.event.EventData.FileChanged;
import dev.berth.protocol.SandboxEvent;
import dev.berth.protocol.UploadRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WorkspaceTest {
    @RegisterExtension
    final SandboxFixture sandbox = new SandboxFixture();

    private final Path snapshot = sandbox.snapshot();

    @BeforeEach
    void aSnapshotWithARepository() throws Exception {
        Files.createDirectories(snapshot.resolve("workspace/app"));
        Files.createDirectories(snapshot.resolve("home"));
        Files.writeString(snapshot.resolve("home/tool-settings"), "kept");
        sandbox.controlPlane().manifest(manifest -> new Fixtures.Change(manifest).repository("app"));
    }

    @Test
    void theSnapshotIsCopiedAndNeverWrittenTo() throws Exception {
        repository("echo one > file; ln -s file link; touch run; chmod 755 run");
        start();

        assertThat(sandbox.run("pwd; cat ~/tool-settings; readlink link; test -x run; echo two > file"))
                .isEqualTo(sandbox.folder().toRealPath().resolve("workspace/app") + "\nkeptfile\n");
        assertThat(Files.readString(snapshot.resolve("workspace/app/file"))).isEqualTo("one\n");
    }

    @Test
    void whatATurnChangedIsListedAndTheDiffIsBroughtToTheControlPlane() throws Exception {
        repository("echo one > kept; echo gone > removed; echo old > changed");
        start();

        sandbox.run("echo new > changed; rm removed; echo a > added; printf 'b\\n' > $'caf\\xe9'; git add kept");

        assertThat(changes())
                .contains(
                        new FileChanged("added", "added"),
                        new FileChanged("changed", "modified"),
                        new FileChanged("removed", "deleted"),
                        new FileChanged("caf\uFFFD", "added"));
        assertThat(data(DiffUpdated.class)).containsExactly(new DiffUpdated(4, 3, 2));
        assertThat(lastDiff()).contains("+new", "-gone", "+++ b/added", "caf\\351");
    }

    @Test
    void theDiffAppliesToTheCommitAndSpansCommitsOfTheAgent() throws Exception {
        repository("echo one > file; head -c 100 /dev/urandom > blob");
        start();

        sandbox.run("head -c 100 /dev/urandom > blob; git commit -qam change; git log -1 --format=%an; echo x > y");
        Files.writeString(snapshot.resolve("diff"), lastDiff(), StandardCharsets.ISO_8859_1);

        git(snapshot.resolve("workspace/app"), "git apply --check ../../diff");
    }

    @Test
    void theRepositoryItselfIsNotTouched() throws Exception {
        repository("echo one > file");
        start();
        sandbox.run("echo two > untracked");

        assertThat(sandbox.run("git status --porcelain; find .git/objects -type f | wc -l; ls .git/*.lock 2>&1"))
                .startsWith("?? untracked\n3\n");
    }

    @Test
    void aTurnThatChangesNothingTellsOfNoDiff() throws Exception {
        repository("echo one > file");
        start();

        sandbox.run("cat file");

        assertThat(data(DiffUpdated.class)).isEmpty();
        assertThat(sandbox.controlPlane().uploads(UploadRequest.Kind.DIFF)).isEmpty();
    }

    @Test
    void aRepositoryWithoutACommitIsComparedWithNothing() throws Exception {
        git(snapshot.resolve("workspace/app"), "git init -q");
        start();

        sandbox.run("echo first > file");

        assertThat(data(DiffUpdated.class)).containsExactly(new DiffUpdated(1, 1, 0));
    }

    @Test
    void aHostileRepositoryStartsNothingOfItsOwn() throws Exception {
        repository("""
                echo one > file; echo '*.x diff=evil' > .gitattributes
                git config core.fsmonitor 'touch /tmp/berth-hostile; false'
                git config diff.external 'touch /tmp/berth-hostile'
                git config diff.evil.command 'touch /tmp/berth-hostile'
                git config diff.evil.textconv 'touch /tmp/berth-hostile; cat'
                git config core.worktree /
                git config core.hooksPath hooks""");
        Files.deleteIfExists(Path.of("/tmp/berth-hostile"));
        start();

        sandbox.run("echo two > file.x");

        assertThat(data(DiffUpdated.class)).containsExactly(new DiffUpdated(1, 1, 0));
        assertThat(Path.of("/tmp/berth-hostile")).doesNotExist();
    }

    private void repository(String content) throws Exception {
        git(
                snapshot.resolve("workspace/app"),
                "git init -q; " + content
                        + "\ngit --work-tree=. add -A; git --work-tree=. -c user.name=t -c user.email=t@t commit -qm base");
    }

    private static void git(Path directory, String script) throws IOException, InterruptedException {
        var process = new ProcessBuilder("bash", "-ec", script)
                .directory(directory.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private void start() {
        sandbox.start("--snapshot", snapshot.toString());
    }

    private String lastDiff() {
        return new String(
                sandbox.controlPlane().uploads(UploadRequest.Kind.DIFF).getLast(), StandardCharsets.ISO_8859_1);
    }

    private Stream<FileChanged> changes() {
        return data(FileChanged.class);
    }

    private <T> Stream<T> data(Class<T> type) {
        return sandbox.controlPlane().log().stream()
                .map(SandboxEvent::data)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
