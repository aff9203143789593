package dev.berth.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.http.ProblemException;
import dev.berth.snapshot.FakeSnapshotBuilder;
import dev.berth.store.InMemoryDynamoDb;
import dev.berth.store.PageRequest;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeleteProfileTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final ProfileScene scene = new ProfileScene(DYNAMO_DB.store());

    @Test
    void aDeletedProfileIsNotFoundByAnybody() {
        var profile = scene.create("web");
        scene.deleteProfile.delete(profile);

        assertNotFound(() -> scene.profiles.get(profile));
        assertNotFound(() -> scene.save(profile, Draft.EMPTY));
        assertNotFound(() -> scene.publish(profile));
        assertNotFound(() -> scene.deleteProfile.delete(profile));
        assertThat(scene.profiles
                        .page(scene.caller.organization(), new PageRequest(10, null))
                        .items())
                .isEmpty();
    }

    @Test
    void itsNameIsFree() {
        scene.deleteProfile.delete(scene.create("web"));

        assertThat(scene.profiles.find(scene.create("web"))).isPresent();
    }

    @Test
    void theSweepCancelsItsBuildAtOnce() {
        var building = scene.building("web");
        scene.deleteProfile.delete(building.version().profile());

        scene.sweepProfiles.sweep();

        assertThat(scene.builder.cancelled()).containsExactly(building.build().id());
    }

    @Test
    void theSweepKeepsItsArtifactsWhileALaunchMayBeOnItsWay() {
        scene.deleteProfile.delete(scene.ready("web").version().profile());

        scene.sweepProfiles.sweep();

        assertThat(scene.builder.discarded()).isEmpty();
    }

    @Test
    void theSweepRemovesWhatIsLeftOfItLater() {
        var ready = scene.ready("web");
        scene.deleteProfile.delete(ready.version().profile());
        scene.clock.advance(Duration.ofMinutes(61));

        scene.sweepProfiles.sweep();
        scene.sweepProfiles.sweep();

        assertThat(scene.builder.discarded())
                .containsExactly(FakeSnapshotBuilder.artifactOf(ready.build().id()));
        assertThat(scene.snapshots.find(ready.version())).isEmpty();
        assertThat(scene.versions.content(ready.version())).isEmpty();
        assertThat(scene.profiles.deleted()).isEmpty();
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, missing -> assertThat(
                        missing.problem().status())
                .isEqualTo(404));
    }
}
