package dev.berth.local.driver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

/// Repositories on this machine, made by scripts.
public final class GitFixture {
    private final Path root;

    public GitFixture(Path root) {
        this.root = root;
    }

    /// Makes a repository whose branch is `main`, and runs a script in it.
    public void repository(String name, String script) throws Exception {
        var folder = Files.createDirectory(root.resolve(name));
        var builder = new ProcessBuilder(
                        "bash",
                        "-ec",
                        "git init -q -b main; git config user.name t; git config user.email t@t\n" + script)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("GIT_ALLOW_PROTOCOL", "file");
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    public String url(String name) {
        return "file://" + root.resolve(name);
    }
}
