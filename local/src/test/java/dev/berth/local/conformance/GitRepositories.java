package dev.berth.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Repositories on this machine, made by scripts.
record GitRepositories(Path root) {
    private static final String SET_UP =
            "git init -q -b main; git config user.name t; git config user.email t@example.invalid\n";

    void make(String name, String script) throws IOException, InterruptedException {
        Files.createDirectory(root.resolve(name));
        change(name, SET_UP + script);
    }

    void change(String name, String script) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash", "-ec", script)
                .directory(root.resolve(name).toFile())
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "GIT_CONFIG_NOSYSTEM", "1", "GIT_CONFIG_GLOBAL", "/dev/null", "GIT_ALLOW_PROTOCOL", "file"));
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    String url(String name) {
        return "file://" + root.resolve(name);
    }

    /// As an entry of a draft.
    Map<String, String> draft(String name) {
        return Map.of("id", name, "url", url(name), "path", name);
    }
}
