package dev.berth.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.http.ProblemException;
import dev.berth.profile.ProfileScene;
import dev.berth.store.InMemoryDynamoDb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CancelBuildTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final ProfileScene scene = new ProfileScene(DYNAMO_DB.store());

    @Test
    void aRunningBuildIsEnded() {
        var building = scene.building("web");

        scene.cancelBuild.cancel(building.version());

        var build = scene.snapshot(building.version()).build();
        assertThat(scene.builder.cancelled()).containsExactly(build.id());
        assertThat(build.status()).isEqualTo(Build.Status.FAILED);
        assertThat(build.failure()).extracting(failure -> failure.code()).isEqualTo("build_cancelled");
    }

    @Test
    void whatHasEndedCannotBeCancelled() {
        var ready = scene.ready("web");

        assertThatThrownBy(() -> scene.cancelBuild.cancel(ready.version()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("nothing_to_cancel"));
        assertThat(scene.snapshot(ready.version())).isEqualTo(ready);
    }
}
