package dev.berth.snapshot;

import static dev.berth.snapshot.FakeSnapshotBuilder.artifactOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.profile.ProfileScene;
import dev.berth.store.InMemoryDynamoDb;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SweepSnapshotsTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final ProfileScene scene = new ProfileScene(DYNAMO_DB.store());

    /// The index of what is unfinished is everybody's: leave nothing in it for the next test.
    @AfterEach
    void nothingIsLeft() {
        scene.snapshots.unfinished().forEach(snapshot -> scene.snapshots.delete(snapshot.version()));
    }

    @Test
    void aBuildThatWasNeverStartedIsStarted() {
        scene.builder.breakDown();
        var building = scene.building("web");
        scene.builder.mend();

        scene.sweepSnapshots.sweep();

        assertThat(scene.builder.started())
                .extracting(BuildRequest::build)
                .containsExactly(building.build().id());
    }

    @Test
    void aBuilderThatIsDownForLongCostsNoAttempt() {
        scene.builder.breakDown();
        var queued = scene.building("web");
        for (int i = 0; i < 5; i++) {
            scene.sweepSnapshots.sweep();
        }
        scene.builder.mend();

        scene.sweepSnapshots.sweep();

        var build = scene.snapshot(queued.version()).build();
        assertThat(build.status()).isEqualTo(Build.Status.BUILDING);
        assertThat(build.attempts()).isEqualTo(1);
    }

    @Test
    void aBuildThatWasLostIsStartedAgainButNotForEver() {
        var building = scene.building("web");
        for (int i = 0; i < 5; i++) {
            scene.builder.lose(building.build().id());
            scene.sweepSnapshots.sweep();
        }

        assertThat(scene.builder.started()).hasSize(BuildLimits.ATTEMPTS);
        assertThat(failureCode(building)).isEqualTo("build_lost");
    }

    @Test
    void aBuildThatRunsIsLeftAlone() {
        var building = scene.building("web");
        scene.clock.advance(BuildLimits.ATTEMPT);

        scene.sweepSnapshots.sweep();

        assertThat(scene.snapshot(building.version())).isEqualTo(building);
    }

    @Test
    void aBuildThatDoesNotEndIsEnded() {
        var building = scene.building("web");
        scene.clock.advance(BuildLimits.ATTEMPT.plusSeconds(1));

        scene.sweepSnapshots.sweep();

        assertThat(failureCode(building)).isEqualTo("build_timed_out");
        assertThat(scene.builder.cancelled()).containsExactly(building.build().id());
    }

    @Test
    void anEndThatNobodyToldIsRecorded() {
        var building = scene.building("web");
        scene.builder.succeedUnseen(building.build().id());

        scene.sweepSnapshots.sweep();

        assertThat(scene.snapshot(building.version()).build().status()).isEqualTo(Build.Status.READY);
        assertThat(scene.bus.published()).hasSize(1);
    }

    @Test
    void anEndThatCouldNotBePublishedIsPublishedLater() {
        scene.bus.breakDown();
        scene.ready("web");
        scene.bus.mend();

        scene.sweepSnapshots.sweep();
        scene.sweepSnapshots.sweep();

        assertThat(scene.bus.published()).hasSize(1);
        assertThat(scene.snapshots.unfinished()).isEmpty();
    }

    @Test
    void aSupersededArtifactIsDiscardedOnceNoLaunchCanBeOnItsWayToIt() {
        var first = scene.ready("web");
        scene.clock.advance(BuildLimits.COOL_DOWN);
        var refreshed = scene.refreshSnapshot.refresh(first.version(), scene.versions.getContent(first.version()));
        scene.builder.succeed(refreshed.build().id());

        scene.clock.advance(BuildLimits.SUPERSEDED_KEPT);
        scene.sweepSnapshots.sweep();
        assertThat(scene.builder.discarded()).isEmpty();

        scene.clock.advance(Duration.ofSeconds(1));
        scene.sweepSnapshots.sweep();
        scene.sweepSnapshots.sweep();
        assertThat(scene.builder.discarded())
                .containsExactly(artifactOf(first.build().id()));
        assertThat(scene.snapshot(first.version()).artifacts())
                .containsExactly(artifactOf(refreshed.build().id()));
        assertThat(scene.snapshots.unfinished()).isEmpty();
    }

    private String failureCode(Snapshot building) {
        var failure = scene.snapshot(building.version()).build().failure();
        return failure == null ? "none" : failure.code();
    }
}
