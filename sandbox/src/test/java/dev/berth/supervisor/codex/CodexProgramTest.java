package dev.berth.supervisor.codex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodexProgramTest {
    @TempDir
    private Path temporary;

    private Path folder = Path.of("");

    @BeforeEach
    void itsRealName() throws IOException {
        folder = temporary.toRealPath();
    }

    @Test
    void theFirstOneOnThePathIsTaken() throws IOException {
        var first = program("first/codex");
        program("second/codex");
        Files.writeString(Files.createDirectories(folder.resolve("none")).resolve("codex"), "not executable");

        assertThat(CodexProgram.on(path("", "missing", "none", "first", "second")))
                .hasValue(first);
    }

    @Test
    void withoutOneThereIsNone() {
        assertThat(CodexProgram.on("")).isEmpty();
        assertThat(CodexProgram.on("/no/such/folder")).isEmpty();
    }

    /// Beside each other in a project, one in the other when installed globally.
    @ParameterizedTest
    @ValueSource(strings = {"@openai/%s", "@openai/codex/node_modules/@openai/%s", "@openai/codex"})
    void behindTheLauncherOfNpmIsTheProgramItself(String packageFolder) throws IOException {
        var launcher = program("lib/node_modules/@openai/codex/bin/codex.js");
        var platform = System.getProperty("os.arch").equals("aarch64") ? "codex-linux-arm64" : "codex-linux-x64";
        var program = program(
                "lib/node_modules/%s/vendor/some-target/bin/codex".formatted(packageFolder.formatted(platform)));
        Files.createSymbolicLink(Files.createDirectories(folder.resolve("bin")).resolve("codex"), launcher);

        assertThat(CodexProgram.on(path("bin"))).hasValue(program);
    }

    @Test
    void aLauncherAloneIsBetterThanNothing() throws IOException {
        var launcher = program("lib/@openai/codex/bin/codex.js");
        Files.createSymbolicLink(Files.createDirectories(folder.resolve("bin")).resolve("codex"), launcher);

        assertThat(CodexProgram.on(path("bin"))).hasValue(launcher);
    }

    private Path program(String name) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String path(String... folders) {
        return String.join(
                File.pathSeparator,
                Arrays.stream(folders)
                        .map(name -> name.isEmpty() ? "" : folder.resolve(name).toString())
                        .toList());
    }
}
