package dev.berth.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Small git repositories.
final class Repositories {
    private static final String ONE_COMMIT = "git init -q -b main; echo one > file; git add .;"
            + " git -c user.name=t -c user.email=t@example.invalid commit -qm first";

    private Repositories() {}

    static void make(Path folder) throws IOException, InterruptedException {
        var made = new ProcessBuilder("bash", "-ec", ONE_COMMIT)
                .directory(Files.createDirectory(folder).toFile())
                .start();
        assertThat(made.waitFor()).isZero();
    }
}
