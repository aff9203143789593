package dev.berth.sandbox;

import static dev.berth.http.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.access.FakeObjectStore;
import dev.berth.protocol.Manifest;
import dev.berth.protocol.UploadRequest;
import dev.berth.session.Session;
import dev.berth.session.SessionKey;
import dev.berth.session.SessionScene;
import dev.berth.session.SessionStatus;
import dev.berth.session.WorkspaceArchive;
import dev.berth.session.WorkspaceOrigin;
import dev.berth.store.InMemoryDynamoDb;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What becomes of the archives that a sandbox brings, and what the next sandbox is told of them.
class StoreArchiveTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final SessionScene scene = SessionScene.kept(DYNAMO_DB);
    private final SessionKey key = scene.start("task");
    private final FakeSandbox sandbox = FakeSandbox.running(scene, key);

    @Test
    void theFirstSandboxBeginsFreshAndIsToldToKeep() {
        assertThat(keep(sandbox).restore()).isNull();
        assertThat(keep(sandbox).maxArchiveBytes()).isEqualTo(2L << 30);
        assertThat(scene.session(key).workspace()).isEqualTo(WorkspaceOrigin.FRESH);
    }

    @Test
    void theNextSandboxBeginsWithTheLastCompleteArchive() {
        sandbox.keep("first");
        var last = sandbox.keep("second");
        sandbox.upload("third, which is never completed");

        var next = next();

        var restore = Optional.ofNullable(keep(next).restore()).orElseThrow();
        assertThat(restore.url()).contains(last);
        assertThat(restore.bytes()).isEqualTo("second".length());
        assertThat(restore.crc32c()).isEqualTo(FakeObjectStore.checksum("second".getBytes(StandardCharsets.UTF_8)));
        assertThat(scene.session(key).workspace()).isEqualTo(WorkspaceOrigin.RESTORED);
    }

    /// Its answer was lost, perhaps.
    @Test
    void anArchiveMayBeCompletedTwice() {
        var archive = sandbox.keep("content");
        var recorded = scene.session(key);

        sandbox.complete(archive, "content");

        assertThat(scene.session(key)).isEqualTo(recorded);
    }

    @Test
    void onlyTheLastArchiveIsKept() {
        sandbox.keep("first");
        sandbox.upload("never completed");
        var last = sandbox.keep("second");

        assertThat(scene.objects.keys()).singleElement().asString().endsWith(last);
    }

    @Test
    void whatIsNotStoredAsSaidDoesNotExist() {
        var good = sandbox.keep("good");
        var other = sandbox.upload("abc");

        assertProblem(409, "archive_not_stored", () -> sandbox.complete(other, "abd"));
        assertProblem(409, "archive_not_stored", () -> sandbox.complete(other, "ab"));
        assertProblem(409, "archive_not_stored", () -> sandbox.complete("arc_nothing", "abc"));

        assertThat(last().map(WorkspaceArchive::id)).contains(good);
        assertThat(scene.objects.keys()).hasSize(2);
    }

    @Test
    void anArchiveIsTakenWhileTheSessionStops() {
        scene.stop(key);

        var archive = sandbox.keep("at the end");

        assertThat(last().map(WorkspaceArchive::id)).contains(archive);
    }

    @Test
    void anUploadOfAnEarlierGenerationComesTooLate() {
        var good = sandbox.keep("good");
        var late = sandbox.upload("late");
        var asItWas = sandbox.caller();
        next();

        assertProblem(410, "generation_ended", () -> sandbox.complete(asItWas, late, "late"));
        assertProblem(410, "generation_ended", () -> sandbox.complete(late, "late"));

        assertThat(last().map(WorkspaceArchive::id)).contains(good);
    }

    @Test
    void anUploadThatIsCompletedAfterTheEndComesTooLate() {
        var late = sandbox.upload("late");
        var asItWas = sandbox.caller();
        scene.stop(key);
        scene.finish(key);

        assertProblem(410, "generation_ended", () -> sandbox.complete(asItWas, late, "late"));

        assertThat(last()).isEmpty();
    }

    @Test
    void aSandboxOfADeletedSessionKeepsNothing() {
        var late = sandbox.upload("late");
        scene.deleteSession.delete(key);

        assertProblem(410, "generation_ended", () -> sandbox.complete(late, "late"));

        scene.finish(key);
        scene.sweepSessions.sweep();
        assertThat(scene.objects.keys()).isEmpty();
    }

    @Test
    void aSessionThatDoesNotKeepItsWorkspaceHasNoPlaceForArchives() {
        var ephemeral = new SessionScene(DYNAMO_DB);
        var other = FakeSandbox.running(ephemeral, ephemeral.start("task"));

        assertProblem(409, "workspace_not_kept", () -> other.upload("archive"));
        assertThat(other.manifest().keep()).isNull();
    }

    @Test
    void aSandboxThatIsLostIsFollowedByOneWithWhatWasKept() {
        var archive = sandbox.keep("content");
        sandbox.endByItself("exit code 137");
        scene.finish(key, "States.HeartbeatTimeout");
        assertThat(scene.status(key)).isEqualTo(SessionStatus.FAILED);

        scene.resumeSession.resume(key, false);

        assertThat(scene.session(key).workspace()).isEqualTo(WorkspaceOrigin.RESTORED);
        assertThat(keep(FakeSandbox.running(scene, key)).restore())
                .satisfies(restore -> assertThat(restore.url()).contains(archive));
    }

    @Test
    void aRunThatIsToBeginFreshDoes() {
        sandbox.keep("content");
        scene.stop(key);
        assertProblem(409, "not_possible_now", () -> scene.resumeSession.resume(key, true));
        scene.finish(key);

        scene.resumeSession.resume(key, true);

        assertThat(scene.session(key).workspace()).isEqualTo(WorkspaceOrigin.FRESH);
        var fresh = FakeSandbox.running(scene, key);
        assertThat(keep(fresh).restore()).isNull();
        var newer = fresh.keep("newer");
        assertThat(last().map(WorkspaceArchive::id)).contains(newer);
        assertThat(scene.objects.keys()).singleElement().asString().endsWith(newer);
    }

    @Test
    void anUploadNamesItsChecksumInItsLink() {
        var target = scene.requestUpload.request(
                sandbox.caller(), new UploadRequest(UploadRequest.Kind.ARCHIVE, 10, "0a1b2c3d"));

        assertThat(target.url()).contains("0a1b2c3d");
    }

    private FakeSandbox next() {
        scene.stop(key);
        scene.finish(key);
        scene.resumeSession.resume(key, false);
        return FakeSandbox.running(scene, key);
    }

    private static Manifest.Keep keep(FakeSandbox sandbox) {
        return Optional.ofNullable(sandbox.manifest().keep()).orElseThrow();
    }

    private Optional<WorkspaceArchive> last() {
        return Optional.ofNullable(scene.session(key)).flatMap(Session::toRestore);
    }
}
