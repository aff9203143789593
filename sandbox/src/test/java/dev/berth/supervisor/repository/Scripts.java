package dev.berth.supervisor.repository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Repositories and what people do to them, by scripts that must succeed.
public record Scripts(Path root) {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "GIT_CONFIG_NOSYSTEM", "1",
            "GIT_CONFIG_GLOBAL", "/dev/null",
            "GIT_ALLOW_PROTOCOL", "file",
            "GIT_AUTHOR_NAME", "t",
            "GIT_AUTHOR_EMAIL", "t@example.invalid",
            "GIT_COMMITTER_NAME", "t",
            "GIT_COMMITTER_EMAIL", "t@example.invalid");

    /// Makes a repository whose branch is `main`, and runs a script in it.
    public void repository(String name, String script) {
        in(name, "git init -q -b main; " + script);
    }

    /// Returns what a script printed that was run in a folder of that name.
    public String in(String name, String script) {
        try {
            var builder = new ProcessBuilder("bash", "-ec", script)
                    .directory(Files.createDirectories(root.resolve(name)).toFile())
                    .redirectErrorStream(true);
            builder.environment().putAll(ENVIRONMENT);
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            return output.strip();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// What is here now is what [#again] brings back: git takes far longer to make it than copying does.
    void keep() {
        in(".", "cp -a . ../kept");
    }

    void again() {
        in("..", "rm -rf %1$s; cp -a kept %1$s".formatted(root.getFileName()));
    }

    public String url(String name) {
        return "file://" + root.resolve(name);
    }
}
