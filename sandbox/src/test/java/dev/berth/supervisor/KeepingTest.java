package dev.berth.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.event.EventData.Error;
import dev.berth.event.MustAct;
import dev.berth.protocol.ArchiveReport;
import dev.berth.supervisor.fake.FakeArchives;
import dev.berth.supervisor.fake.FakeArchives.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When a workspace is kept, and what comes of archives that are not.
class KeepingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @RegisterExtension
    final SandboxFixture sandbox = new SandboxFixture();

    private final KeptSession session = new KeptSession(sandbox);
    private final FakeArchives archives = sandbox.controlPlane().archives();

    @BeforeEach
    void aRepositoryInTheSnapshot() throws Exception {
        session.origin("app", "echo one > file");
        session.cloneIntoSnapshot("app");
        session.worksIn("app");
    }

    @Test
    void whatHappensAfterTheLastTurnIsKeptAtTheEnd() throws Exception {
        session.start();
        runAndKeep("(while ! test -e go; do sleep 0.1; done; echo late > late; touch done) > /dev/null 2>&1 &");
        Files.createFile(inPlace("go"));
        await().until(() -> Files.exists(inPlace("done")));

        session.next();

        assertThat(sandbox.run("cat late")).isEqualTo("late\n");
    }

    @Test
    void aTurnRunsWhileAnArchiveIsOnItsWayAndIsKeptThen() throws Exception {
        session.start();
        var arrives = new CountDownLatch(1);
        archives.at(Step.ARRIVING, () -> awaitQuietly(arrives));
        sandbox.run("echo first > first");
        sandbox.run("echo second > second");
        var none = archives.last();

        arrives.countDown();

        assertThat(none).isEmpty();
        var first = session.awaitArchive(Optional.empty());
        session.awaitArchive(Optional.of(first));
        session.nextAfterKill();
        assertThat(sandbox.run("cat first second")).isEqualTo("first\nsecond\n");
    }

    @Test
    void aWorkspaceThatIsTooLargeLeavesWhatWasKeptAndSaysSoOnce() throws Exception {
        archives.keep(200_000);
        session.start();
        var small = runAndKeep("echo small > small");

        sandbox.run("head -c 300000 /dev/zero | tr '\\0' x > large");
        session.awaitError("archive_too_large");
        sandbox.run("echo more > small");
        session.next();

        assertThat(archives.last()).contains(small);
        assertThat(sandbox.run("cat small; ls large 2>&1"))
                .isEqualTo("small\nls: cannot access 'large': No such file or directory\n");
        assertThat(session.events(Error.class))
                .filteredOn(error -> error.code().equals("archive_too_large"))
                .singleElement()
                .satisfies(error -> assertThat(error.mustAct()).isEqualTo(MustAct.CALLER));
    }

    @Test
    void aCommitThatIsTooLargeIsNotKeptEither() throws Exception {
        archives.keep(200_000);
        session.start();

        sandbox.run("head -c 300000 /dev/urandom > large; git add large; git commit -qm large; rm large");

        assertThat(session.awaitError("archive_too_large")).hasSize(1);
        assertThat(archives.last()).isEmpty();
    }

    @Test
    void aRepositoryThatGitCannotReadLeavesWhatWasKept() throws Exception {
        session.start();
        var good = runAndKeep("echo good > file");

        sandbox.run("git commit -qam good; echo broken > .git/refs/heads/main; rm -rf .git/logs");

        assertThat(session.awaitError("archive_failed")).first().satisfies(error -> assertThat(error.detail())
                .contains("git"));
        assertThat(archives.last()).contains(good);
    }

    @Test
    void anArchiveThatIsStoredDamagedDoesNotCount() throws Exception {
        session.start();
        var good = runAndKeep("echo good > file");
        archives.damageNext();

        sandbox.run("echo later > file");

        assertThat(session.awaitError("archive_not_stored")).first().satisfies(error -> assertThat(error.mustAct())
                .isEqualTo(MustAct.OPERATOR));
        assertThat(archives.last()).contains(good);
    }

    @Test
    void anArchiveThatDoesNotArriveInTheGraceTimeIsGivenUp() throws Exception {
        var supervisor = session.start();
        var good = runAndKeep("echo good > file");
        var never = new CountDownLatch(1);
        archives.at(Step.ARRIVING, () -> awaitQuietly(never));
        sandbox.run("echo later > file");

        supervisor.terminate();

        assertThat(supervisor.exitCode()).isZero();
        assertThat(session.events(Error.class)).extracting(Error::code).containsExactly("archive_unfinished");
        assertThat(archives.last()).contains(good);
        never.countDown();
    }

    @ParameterizedTest
    @CsvSource({"REQUESTED, good", "ARRIVING, good", "STORED, good", "COMPLETED, later"})
    void aSupervisorThatIsKilledLeavesTheLastCompleteArchive(Step step, String expected) throws Exception {
        var supervisor = session.start();
        runAndKeep("echo good > file; git commit -qam good");
        archives.at(step, supervisor::kill);

        sandbox.run("echo later > file; git commit -qam later");
        supervisor.exitCode();
        session.nextAfterKill();

        assertThat(sandbox.run("cat file; git log -1 --format=%s; git status --short"))
                .isEqualTo("%1$s\n%1$s\n".formatted(expected));
    }

    /// Wherever it is then: looking, packing, writing.
    @ParameterizedTest
    @CsvSource({"0", "50", "150"})
    void aSupervisorThatIsKilledWhileItMakesAnArchiveLeavesOneOrTheOther(long millis) throws Exception {
        var supervisor = session.start();
        runAndKeep("echo good > file; git commit -qam good");

        sandbox.run("echo later > file; git commit -qam later");
        supervisor
                .handle()
                .onExit()
                .completeOnTimeout(supervisor.handle(), millis, TimeUnit.MILLISECONDS)
                .join();
        session.nextAfterKill();

        assertThat(sandbox.run("cat file; git log -1 --format=%s; git status --short; git fsck --no-dangling"))
                .isIn("good\ngood\n", "later\nlater\n");
    }

    @Test
    void anArchiveThatIsDamagedOrGoneIsNotReplacedByAFreshWorkspace() throws Exception {
        session.start();
        runAndKeep("echo two > file");
        session.stop();
        var bytes = archives.bytesOfLast();

        archives.replaceLast(Arrays.copyOf(bytes, bytes.length - 1));
        assertDoesNotStart("archive_broken");

        archives.replaceLast(null);
        assertDoesNotStart("archive_unavailable");
    }

    @Test
    void withoutTarASessionThatIsKeptDoesNotStart() throws Exception {
        var programs = Files.createDirectory(sandbox.folder().resolve("programs"));
        var tar = Files.writeString(programs.resolve("tar"), "#!/bin/sh\necho 'unknown option' >&2\nexit 64\n");
        Files.setPosixFilePermissions(tar, PosixFilePermissions.fromString("rwxr-xr-x"));

        var supervisor = sandbox.start(
                Map.of("PATH", programs + ":" + System.getenv("PATH")),
                "--snapshot",
                sandbox.snapshot().toString());

        assertThat(supervisor.exitCode()).isEqualTo(1);
        assertFailure("tar_missing");
    }

    @Test
    void aSandboxThatFollowsAnotherFindsNothingOfIt() throws Exception {
        archives.keep(0);
        session.start();
        sandbox.run("echo left > left; echo left > ~/left; echo left > $TMPDIR/left; mkdir no; chmod 500 no");

        session.nextAfterKill();

        assertThat(sandbox.run("ls; ls ~; ls $TMPDIR")).isEqualTo("file\n");
    }

    @Test
    void aSandboxWaitsUntilTheOneBeforeHasLeftThePlace() throws Exception {
        var first = session.start();
        sandbox.run("true");
        sandbox.nextSandbox();
        var second = session.start();
        await().during(Duration.ofMillis(500))
                .atMost(PATIENCE)
                .until(() -> sandbox.controlPlane().ready().isEmpty());

        first.kill();

        assertThat(sandbox.run("cat file")).isEqualTo("one\n");
        assertThat(second.alive()).isTrue();
    }

    private ArchiveReport runAndKeep(String script) {
        var before = archives.last();
        sandbox.run(script);
        return session.awaitArchive(before);
    }

    private Path inPlace(String name) {
        return sandbox.place().resolve("workspace/app").resolve(name);
    }

    private void assertDoesNotStart(String code) throws Exception {
        sandbox.nextSandbox();
        assertThat(session.start().exitCode()).isEqualTo(1);
        assertFailure(code);
    }

    private void assertFailure(String code) {
        assertThat(sandbox.controlPlane().failure())
                .hasValueSatisfying(failure -> assertThat(failure.code()).isEqualTo(code));
        assertThat(sandbox.controlPlane().ready()).isEmpty();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
