package dev.berth.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.http.ProblemException;
import dev.berth.http.Race;
import dev.berth.store.InMemoryDynamoDb;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SaveDraftTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private static final Draft DRAFT = ProfileScene.draft("""
            {"setupScript": "npm ci", "environment": {"B": "1", "A": "2"},
             "agent": {"runtime": "shell", "options": {"deep": {"nothing": null, "list": [1, 2.5]}}}}
            """);

    private final ProfileScene scene = new ProfileScene(DYNAMO_DB.store());
    private final ProfileKey profile = scene.create("web");

    @Test
    void whatIsSavedIsReadBackAsItWasWritten() {
        scene.save(profile, DRAFT);

        var read = scene.drafts.get(profile);
        assertThat(read.content()).isEqualTo(DRAFT);
        assertThat(read.content().environment().keySet()).containsExactly("B", "A");
        assertThat(read.revision()).isEqualTo(2);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"*", " * "})
    void aSaveNamesTheStateItWasMadeFrom(@Nullable String ifMatch) {
        assertThatThrownBy(() -> save(DRAFT, ifMatch))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("428 precondition_required"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "\"2\"", "1", "W/\"1\"", "\"\"", "", "\"1", "x"})
    void anOlderStateIsNotSavedOver(String ifMatch) {
        assertThatThrownBy(() -> save(DRAFT, ifMatch))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("412 draft_changed"));
    }

    @Test
    void oneOfSeveralTagsIsEnough() {
        assertThat(save(DRAFT, "\"7\", \"1\"").revision()).isEqualTo(2);
    }

    @Test
    void aSaveWhoseAnswerWasLostMayBeRepeated() {
        save(DRAFT, "\"1\"");

        assertThat(save(DRAFT, "\"1\"").revision()).isEqualTo(2);
    }

    @Test
    void ofManyEditsAtOnceOneIsSaved() throws Exception {
        var editor = new AtomicInteger();
        var outcomes = Race.of(8, () -> {
            var script = "echo " + editor.incrementAndGet();
            try {
                save(ProfileScene.draft("{\"setupScript\": \"%s\"}".formatted(script)), "\"1\"");
                return script;
            } catch (ProblemException refused) {
                return code(refused);
            }
        });

        assertThat(outcomes).filteredOn("412 draft_changed"::equals).hasSize(7);
        assertThat(outcomes).contains(scene.drafts.get(profile).content().setupScript());
    }

    private SavedDraft save(Draft content, @Nullable String ifMatch) {
        return scene.saveDraft.save(profile, content, ifMatch, scene.caller.actor());
    }

    private static String code(Throwable refused) {
        var problem = ((ProblemException) refused).problem();
        return problem.status() + " " + problem.code();
    }
}
