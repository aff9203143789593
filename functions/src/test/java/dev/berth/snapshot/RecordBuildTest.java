package dev.berth.snapshot;

import static dev.berth.snapshot.FakeSnapshotBuilder.artifactOf;
import static dev.berth.snapshot.FakeSnapshotBuilder.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.BusEvent;
import dev.berth.profile.ProfileScene;
import dev.berth.store.InMemoryDynamoDb;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecordBuildTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final ProfileScene scene = new ProfileScene(DYNAMO_DB.store());

    @Test
    void aBuildThatSucceededMakesTheSnapshotReady() {
        var building = scene.building("web");

        scene.builder.succeed(building.build().id());

        var ready = scene.snapshot(building.version());
        assertThat(ready.build().status()).isEqualTo(Build.Status.READY);
        assertThat(ready.ready())
                .isEqualTo(new Snapshot.Ready(artifactOf(building.build().id()), scene.clock.instant()));
        assertThat(scene.bus.published()).containsExactly(ended(building, "ready", false));
    }

    @Test
    void aBuildThatFailedSaysWhy() {
        var building = scene.building("web");

        scene.builder.fail(building.build().id());

        var failed = scene.snapshot(building.version());
        assertThat(failed.build().status()).isEqualTo(Build.Status.FAILED);
        assertThat(failed.build().failure())
                .isEqualTo(failureOf(building.build().id()));
        assertThat(failed.ready()).isNull();
        assertThat(scene.bus.published()).containsExactly(ended(building, "failed", true));
    }

    @Test
    void anEndThatIsToldTwiceIsRecordedOnce() {
        var building = scene.building("web");
        scene.builder.succeed(building.build().id());
        var recorded = scene.snapshot(building.version());

        scene.recordBuild.ended(building.build().id());

        assertThat(scene.snapshot(building.version())).isEqualTo(recorded);
        assertThat(scene.bus.published()).hasSize(1);
        assertThat(scene.builder.discarded()).isEmpty();
    }

    @Test
    void aFailedRefreshKeepsTheLastGoodOne() {
        var refreshed = refreshed(scene.ready("web"));

        scene.builder.fail(refreshed.build().id());

        var failed = scene.snapshot(refreshed.version());
        assertThat(failed.build().status()).isEqualTo(Build.Status.FAILED);
        assertThat(failed.ready()).isEqualTo(refreshed.ready()).isNotNull();
    }

    @Test
    void aRefreshSupersedesTheLastGoodOne() {
        var first = scene.ready("web");
        var refreshed = refreshed(first);

        scene.builder.succeed(refreshed.build().id());

        var ready = scene.snapshot(refreshed.version());
        assertThat(ready.artifacts())
                .containsExactly(
                        artifactOf(refreshed.build().id()),
                        artifactOf(first.build().id()));
    }

    @Test
    void whatACancelledBuildMadeAfterAllIsDiscarded() {
        var building = scene.building("web");
        scene.cancelBuild.cancel(building.version());

        scene.builder.succeed(building.build().id());

        assertThat(scene.snapshot(building.version()).ready()).isNull();
        assertThat(scene.builder.discarded())
                .containsExactly(artifactOf(building.build().id()));
    }

    @Test
    void whatAnEarlierBuildMadeIsNotTakenForTheNewOnes() {
        var building = scene.building("web");
        scene.cancelBuild.cancel(building.version());
        var refreshed = refreshed(scene.snapshot(building.version()));

        scene.builder.succeed(building.build().id());

        assertThat(scene.snapshot(building.version())).isEqualTo(refreshed);
    }

    @Test
    void anEndThatIsNoneChangesNothing() {
        var building = scene.building("web");

        scene.recordBuild.ended(building.build().id());
        scene.recordBuild.ended("bld_nobodys");

        assertThat(scene.snapshot(building.version())).isEqualTo(building);
    }

    private Snapshot refreshed(Snapshot snapshot) {
        scene.clock.advance(Duration.ofMinutes(1));
        scene.refreshSnapshot.refresh(snapshot.version(), scene.versions.getContent(snapshot.version()));
        return scene.snapshot(snapshot.version());
    }

    private BusEvent ended(Snapshot building, String status, boolean failed) {
        var version = building.version();
        return new BusEvent.SnapshotEnded(
                version.profile().organization(),
                version.profile().profile(),
                version.number(),
                status,
                failed ? failureOf(building.build().id()) : null,
                scene.clock.instant());
    }
}
