package dev.berth.local.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small git repository for sessions to work in.
final class HarnessRepository {
    private static final String SCRIPT = """
            git init -q -b main
            git config user.name t
            git config user.email t@t
            echo first > notes.txt
            git add .
            git commit -qm first
            """;

    private HarnessRepository() {}

    /// @return its URL
    static String in(Path folder) throws IOException, InterruptedException {
        var repository = Files.createDirectories(folder.resolve("repository"));
        var builder = new ProcessBuilder("bash", "-ec", SCRIPT)
                .directory(repository.toFile())
                .inheritIO();
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        assertThat(builder.start().waitFor()).isZero();
        return "file://" + repository;
    }
}
