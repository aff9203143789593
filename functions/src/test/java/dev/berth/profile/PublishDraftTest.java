package dev.berth.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.berth.http.Problem.FieldError;
import dev.berth.http.ProblemException;
import dev.berth.http.Race;
import dev.berth.snapshot.Build;
import dev.berth.snapshot.BuildRequest;
import dev.berth.store.InMemoryDynamoDb;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PublishDraftTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private static final Draft DRAFT = ProfileScene.draft("{\"setupScript\": \"npm ci\"}");

    private final ProfileScene scene = new ProfileScene(DYNAMO_DB.store());
    private final ProfileKey profile = scene.create("web");

    @Test
    void aPublishedDraftIsAVersionWhoseSnapshotIsBuilt() {
        scene.save(profile, DRAFT);

        var published = scene.publish(profile);

        assertThat(published.isNew()).isTrue();
        assertThat(published.version().key()).isEqualTo(profile.version(1));
        assertThat(scene.versions.content(profile.version(1))).contains(DRAFT);
        assertThat(scene.snapshot(profile.version(1)).build().status()).isEqualTo(Build.Status.BUILDING);
        assertThat(scene.builder.started())
                .extracting(BuildRequest::build, BuildRequest::version, BuildRequest::content)
                .containsExactly(tuple(published.snapshot().build().id(), 1, DRAFT));
    }

    @Test
    void anUnchangedDraftIsTheVersionItAlreadyIs() {
        scene.save(profile, DRAFT);
        scene.publish(profile);

        var again = scene.publish(profile);

        assertThat(again.isNew()).isFalse();
        assertThat(again.version().key()).isEqualTo(profile.version(1));
        assertThat(scene.builder.started()).hasSize(1);
    }

    @Test
    void aDraftThatGoesBackToAnOlderVersionIsANewOne() {
        scene.publish(profile);
        scene.save(profile, DRAFT);
        scene.publish(profile);
        scene.save(profile, Draft.EMPTY);

        assertThat(scene.publish(profile).version().key()).isEqualTo(profile.version(3));
    }

    @Test
    void aDraftWithIssuesIsRefusedWithAllOfThem() {
        scene.save(profile, ProfileScene.draft("{\"persistent\": true, \"network\": \"restricted\"}"));

        assertThatThrownBy(() -> scene.publish(profile)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo("draft_has_issues");
            assertThat(refused.problem().errors())
                    .extracting(FieldError::pointer)
                    .containsExactly("/network", "/persistent");
        });
        assertThat(scene.profiles.get(profile).newestVersion()).isZero();
    }

    @Test
    void aBuilderThatCannotStartDoesNotUndoThePublication() {
        scene.builder.breakDown();

        assertThat(scene.publish(profile).isNew()).isTrue();
        assertThat(scene.snapshot(profile.version(1)).build().isActive()).isTrue();
    }

    @Test
    void manyPublicationsAtOnceAreOneVersionAndOneBuild() throws Exception {
        scene.save(profile, DRAFT);

        var published = Race.of(8, () -> scene.publish(profile));

        assertThat(published)
                .extracting(Published::version)
                .containsOnly(published.getFirst().version());
        assertThat(published).filteredOn(Published::isNew).hasSize(1);
        assertThat(scene.profiles.get(profile).newestVersion()).isEqualTo(1);
        assertThat(scene.builder.started()).hasSize(1);
    }

    @Test
    void versionsHaveNoGapsWhileMostPublicationsMeet() throws Exception {
        var editor = new AtomicInteger();
        Race.of(6, () -> {
            var script = "{\"setupScript\": \"echo %d\"}".formatted(editor.incrementAndGet());
            for (int i = 0; i < 3; i++) {
                saveWhateverIsThere(ProfileScene.draft(script));
                scene.publish(profile);
            }
            return 0;
        });

        var newest = scene.profiles.get(profile).newestVersion();
        assertThat(newest).isPositive();
        assertThat(scene.snapshots.between(profile.version(1), profile.version(newest)))
                .extracting(snapshot -> snapshot.version().number())
                .isEqualTo(IntStream.rangeClosed(1, newest).boxed().toList());
        assertThat(scene.builder.started()).extracting(BuildRequest::build).doesNotHaveDuplicates();
        assertThat(scene.builder.started()).hasSize(newest);
    }

    private void saveWhateverIsThere(Draft draft) {
        try {
            scene.save(profile, draft);
        } catch (ProblemException anotherWasFaster) {
            assertThat(anotherWasFaster.problem().code()).isEqualTo("draft_changed");
        }
    }
}
