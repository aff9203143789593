package dev.berth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.profile.Draft;
import dev.berth.profile.ProfileScene;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StartableRepositoryTest {

    @Test
    void aVersionWithoutRepositoriesNeedsNone() {
        assertThat(StartableRepository.of(with(), null)).isNull();
    }

    @Test
    void theOnlyRepositoryNeedsNotBeNamed() {
        assertThat(StartableRepository.of(with("app"), null)).isEqualTo("app");
    }

    @Test
    void ofSeveralOneIsNamed() {
        assertThat(StartableRepository.of(with("app", "docs"), "docs")).isEqualTo("docs");
        assertThatThrownBy(() -> StartableRepository.of(with("app", "docs"), null))
                .hasMessageContaining("repository_required");
    }

    @Test
    void aRepositoryThatTheVersionDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> StartableRepository.of(with("app"), "web"))
                .hasMessageContaining("repository_not_found");
        assertThatThrownBy(() -> StartableRepository.of(with(), "web")).hasMessageContaining("repository_not_found");
    }

    private static Draft with(String... repositories) {
        var list =
                Arrays.stream(repositories).map(id -> """
                        {"id": "%s", "url": "https://git.example/%s.git", "path": "%s"}""".formatted(id, id, id)).collect(Collectors.joining(","));
        return ProfileScene.draft("{\"repositories\": [" + list + "]}");
    }
}
