package dev.berth.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.http.ProblemException;
import dev.berth.http.Race;
import dev.berth.store.InMemoryDynamoDb;
import dev.berth.store.PageRequest;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CreateProfileTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final ProfileScene scene = new ProfileScene(DYNAMO_DB.store());

    @Test
    void aNewProfileHasAnEmptyDraftAndNoVersion() {
        var profile = scene.create("web");

        assertThat(scene.profiles.get(profile).newestVersion()).isZero();
        assertThat(scene.drafts.get(profile).content()).isEqualTo(Draft.EMPTY);
    }

    @Test
    void aNameIsTakenWhateverItsCase() {
        scene.create("web");

        assertThatThrownBy(() -> scene.create("Web"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        taken -> assertThat(taken.problem().code()).isEqualTo("profile_name_taken"));
    }

    @Test
    void ofManyAtOnceOneGetsTheName() throws Exception {
        var outcomes = Race.of(8, () -> {
            try {
                return scene.create("web").profile();
            } catch (ProblemException refused) {
                return refused.problem().code();
            }
        });

        assertThat(outcomes).filteredOn(outcome -> outcome.startsWith("prf_")).hasSize(1);
        assertThat(outcomes).filteredOn("profile_name_taken"::equals).hasSize(7);
    }

    @Test
    void anotherOrganizationHasItsOwnNamesAndProfiles() {
        var profile = scene.create("web");
        var other = new ProfileScene(DYNAMO_DB.store());

        other.create("web");

        assertThat(other.profiles.find(new ProfileKey(other.caller.organization(), profile.profile())))
                .isEmpty();
    }

    @Test
    void profilesAreListedNewestFirstInPages() {
        var made = new ArrayList<ProfileKey>();
        for (int i = 0; i < 5; i++) {
            made.addFirst(scene.create("profile " + i));
        }

        var listed = new ArrayList<ProfileKey>();
        @Nullable String cursor = null;
        do {
            var page = scene.profiles.page(scene.caller.organization(), new PageRequest(2, cursor));
            page.items().forEach(profile -> listed.add(profile.key()));
            cursor = page.nextCursor();
        } while (Objects.nonNull(cursor));

        assertThat(listed).isEqualTo(made);
    }
}
