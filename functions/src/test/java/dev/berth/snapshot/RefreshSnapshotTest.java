package dev.berth.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.http.ProblemException;
import dev.berth.profile.Draft;
import dev.berth.profile.ProfileKey;
import dev.berth.profile.ProfileScene;
import dev.berth.store.InMemoryDynamoDb;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RefreshSnapshotTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final ProfileScene scene = new ProfileScene(DYNAMO_DB.store());

    @Test
    void aRefreshIsANewBuildAndLeavesTheLastGoodOneStartable() {
        var ready = scene.ready("web");
        scene.clock.advance(BuildLimits.COOL_DOWN);

        scene.refreshSnapshot.refresh(ready.version(), Draft.EMPTY);

        var refreshing = scene.snapshot(ready.version());
        assertThat(refreshing.build().status()).isEqualTo(Build.Status.BUILDING);
        assertThat(refreshing.build().id()).isNotEqualTo(ready.build().id());
        assertThat(refreshing.ready()).isEqualTo(ready.ready());
        assertThat(scene.builder.started()).hasSize(2);
    }

    @Test
    void whileABuildRunsThereIsNoOther() {
        var building = scene.building("web");
        scene.clock.advance(BuildLimits.COOL_DOWN);

        assertThat(refusal(building)).isEqualTo("409 snapshot_building");
    }

    @Test
    void rightAfterABuildThereIsNoOther() {
        assertThat(refusal(scene.ready("web"))).isEqualTo("429 snapshot_refresh_too_soon");
    }

    @Test
    void aVersionThatIsNotThereIsNotFound() {
        var missing = new ProfileKey(scene.caller.organization(), "prf_missing").version(1);

        assertThatThrownBy(() -> scene.refreshSnapshot.refresh(missing, Draft.EMPTY))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        unknown -> assertThat(unknown.problem().status()).isEqualTo(404));
    }

    @Test
    void manyRefreshesAtOnceAreOneBuild() {
        var ready = scene.ready("web");
        scene.clock.advance(BuildLimits.COOL_DOWN);

        try (var threads = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 8).forEach(_ -> threads.execute(() -> refreshUnlessRefused(ready)));
        }

        assertThat(scene.builder.started()).hasSize(2);
    }

    private void refreshUnlessRefused(Snapshot snapshot) {
        try {
            scene.refreshSnapshot.refresh(snapshot.version(), Draft.EMPTY);
        } catch (ProblemException refused) {
            assertThat(refused.problem().code()).isEqualTo("snapshot_building");
        }
    }

    private String refusal(Snapshot snapshot) {
        try {
            scene.refreshSnapshot.refresh(snapshot.version(), Draft.EMPTY);
        } catch (ProblemException refused) {
            return refused.problem().status() + " " + refused.problem().code();
        }
        return "refreshed";
    }
}
