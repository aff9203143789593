package dev.berth.snapshot;

import static dev.berth.snapshot.FakeSnapshotBuilder.artifactOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.profile.Draft;
import dev.berth.profile.ProfileKey;
import dev.berth.profile.ProfileScene;
import dev.berth.snapshot.Startable.NotStartable;
import dev.berth.snapshot.Startable.Ready;
import dev.berth.snapshot.Startable.Reason;
import dev.berth.snapshot.Startable.Unknown;
import dev.berth.store.InMemoryDynamoDb;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StartableVersionsTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final ProfileScene scene = new ProfileScene(DYNAMO_DB.store());
    private final StartableVersions startable = new StartableVersions(scene.store);

    @Test
    void aReadyVersionIsStartedFromItsArtifact() {
        var ready = scene.ready("web");

        assertThat(find(ready.version().profile(), null))
                .isEqualTo(new Ready(
                        ready.version(), Draft.EMPTY, artifactOf(ready.build().id())));
    }

    @Test
    void aProfileWithoutVersionSaysSo() {
        assertThat(reason(scene.create("web"), null)).isEqualTo(Reason.NO_VERSION);
    }

    @Test
    void aFirstVersionThatBuildsOrFailedSaysWhich() {
        var building = scene.building("web");
        assertThat(reason(building.version().profile(), null)).isEqualTo(Reason.SNAPSHOT_BUILDING);

        scene.builder.fail(building.build().id());
        assertThat(reason(building.version().profile(), null)).isEqualTo(Reason.SNAPSHOT_FAILED);
    }

    @Test
    void whileANewerVersionIsNotReadyTheOlderOneIsStarted() {
        var first = scene.ready("web");
        var profile = first.version().profile();
        var second = publishAnother(profile);

        assertThat(find(profile, null)).isInstanceOfSatisfying(Ready.class, ready -> assertThat(ready.version())
                .isEqualTo(first.version()));
        scene.builder.fail(second.build().id());
        assertThat(find(profile, null)).isInstanceOfSatisfying(Ready.class, ready -> assertThat(ready.version())
                .isEqualTo(first.version()));
    }

    @Test
    void aVersionAskedForByItsNumberIsThatOneOrNone() {
        var first = scene.ready("web");
        var profile = first.version().profile();
        publishAnother(profile);

        assertThat(find(profile, 1)).isInstanceOf(Ready.class);
        assertThat(reason(profile, 2)).isEqualTo(Reason.SNAPSHOT_BUILDING);
        assertThat(find(profile, 3)).isInstanceOf(Unknown.class);
        assertThat(find(profile, 0)).isInstanceOf(Unknown.class);
    }

    @Test
    void aRefreshThatBuildsOrFailedLeavesTheVersionStartable() {
        var ready = scene.ready("web");
        scene.clock.advance(BuildLimits.COOL_DOWN);
        var refreshed = scene.refreshSnapshot.refresh(ready.version(), Draft.EMPTY);
        assertThat(find(ready.version().profile(), 1)).isInstanceOf(Ready.class);

        scene.builder.fail(refreshed.build().id());
        assertThat(find(ready.version().profile(), 1)).isInstanceOf(Ready.class);
    }

    @Test
    void aDeletedProfileIsUnknown() {
        var profile = scene.ready("web").version().profile();
        scene.deleteProfile.delete(profile);

        assertThat(find(profile, null)).isInstanceOf(Unknown.class);
        assertThat(find(profile, 1)).isInstanceOf(Unknown.class);
    }

    @Test
    void anotherOrganizationsProfileIsUnknown() {
        var profile = scene.ready("web").version().profile();

        assertThat(startable.find("org_other", profile.profile(), 1)).isInstanceOf(Unknown.class);
    }

    private Snapshot publishAnother(ProfileKey profile) {
        scene.save(profile, ProfileScene.draft("{\"setupScript\": \"true\"}"));
        return scene.publish(profile).snapshot();
    }

    private Startable find(ProfileKey profile, @Nullable Integer version) {
        return startable.find(profile.organization(), profile.profile(), version);
    }

    private Reason reason(ProfileKey profile, @Nullable Integer version) {
        return switch (find(profile, version)) {
            case NotStartable refusal -> refusal.reason();
            case Ready _, Unknown _ -> throw new AssertionError("startable or unknown");
        };
    }
}
