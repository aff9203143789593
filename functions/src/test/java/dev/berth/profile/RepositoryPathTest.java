package dev.berth.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"app", "services/api", ".github", "a.git", "lib@2", "c++", "x-y_z.1"})
    void plainNamesAreTaken(String path) {
        assertThat(RepositoryPath.fault(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/app",
                "app/",
                "a//b",
                ".",
                "./app",
                "..",
                "../app",
                "a/../b",
                ".git",
                ".GIT",
                "a/.git/hooks",
                "a/.Git",
                "-app",
                "a/-b",
                "a b",
                "a\\b",
                "C:\\app",
                "a\nb",
                "a\0b",
                "~/app",
                "$HOME",
                "ä",
                "git~1",
                "\u200b.git",
                "a\u202eb"
            })
    void whatCouldLeadElsewhereIsNot(String path) {
        assertThat(RepositoryPath.fault(path)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 1000})
    void aNameNoFileSystemTakesIsNot(int characters) {
        assertThat(RepositoryPath.fault("a".repeat(characters))).isPresent();
    }
}
