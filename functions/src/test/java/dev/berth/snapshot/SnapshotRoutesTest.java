package dev.berth.snapshot;

import static dev.berth.http.RequestBuilder.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.http.RequestBuilder;
import dev.berth.profile.ProfileApi;
import dev.berth.profile.ProfileScene;
import dev.berth.store.InMemoryDynamoDb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SnapshotRoutesTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final ProfileScene scene = new ProfileScene(DYNAMO_DB.store());
    private final ProfileApi api = new ProfileApi(scene);

    @Test
    void aBuildIsWatchedWhileItRuns() {
        var building = scene.building("web");

        var shown = api.call(200, "Snapshot", of("GET", building));

        assertThat(shown.path("status").stringValue()).isEqualTo("building");
        assertThat(shown.path("log").stringValue()).contains(building.build().id());
        assertThat(shown.has("artifact")).isFalse();
    }

    @Test
    void aRefreshShowsTheNewBuildAndTheLastGoodArtifact() {
        var ready = scene.ready("web");
        assertThat(api.refusal(of("POST", ready))).isEqualTo("429 snapshot_refresh_too_soon");
        scene.clock.advance(BuildLimits.COOL_DOWN);

        var refreshed = api.call(202, "Snapshot", of("POST", ready));

        assertThat(refreshed.path("status").stringValue()).isEqualTo("queued");
        assertThat(refreshed.at("/artifact/ref").stringValue())
                .isEqualTo(ready.build().id());
        assertThat(api.refusal(of("POST", ready))).isEqualTo("409 snapshot_building");
    }

    @Test
    void aBuildIsCancelledOnce() {
        var building = scene.building("web");

        var cancelled = api.call(200, "Snapshot", of("DELETE", building));

        assertThat(cancelled.path("status").stringValue()).isEqualTo("failed");
        assertThat(cancelled.at("/failure/code").stringValue()).isEqualTo("build_cancelled");
        assertThat(api.refusal(of("DELETE", building))).isEqualTo("409 nothing_to_cancel");
    }

    @Test
    void aDeletedProfilesSnapshotIsNotFound() {
        var ready = scene.ready("web");
        scene.deleteProfile.delete(ready.version().profile());

        assertThat(api.refusal(of("GET", ready))).isEqualTo("404 profile_not_found");
        assertThat(api.refusal(of("POST", ready))).isEqualTo("404 profile_not_found");
        assertThat(api.refusal(of("DELETE", ready))).isEqualTo("404 profile_not_found");
    }

    private static RequestBuilder of(String method, Snapshot snapshot) {
        var version = snapshot.version();
        return request(method + " /v1/profiles/{profile}/versions/{version}/snapshot")
                .path("profile", version.profile().profile())
                .path("version", Integer.toString(version.number()));
    }
}
