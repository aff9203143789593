package dev.berth.local.bench.live;

import dev.berth.local.driver.FolderTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/// What somebody without Berth would do: copy the prepared folder, start the script in it.
final class ByHand {
    private static final int SNAPSHOT_DEPTH = 6;

    private static final String SCRIPT = "cp -a \"$1/.\" \"$2\" && cd \"$2/workspace\" && exec bash -c \"echo $3\"";

    private ByHand() {}

    static Duration start(Scene scene, String mark) {
        try {
            Path snapshot = snapshot(scene.data().resolve("snapshots"));
            Path copy = Files.createTempDirectory(scene.folder(), "by-hand");
            long began = System.nanoTime();
            Process process = new ProcessBuilder(
                            "bash", "-c", SCRIPT, "bash", snapshot.toString(), copy.toString(), mark)
                    .start();
            Duration took = untilFirstLine(process, began);
            FolderTree.remove(copy);
            return took;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a script by hand", e);
        }
    }

    private static Duration untilFirstLine(Process process, long began) throws IOException {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            if (out.readLine() == null) {
                throw new IOException("the script printed nothing");
            }
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }

    private static Path snapshot(Path snapshots) throws IOException {
        try (Stream<Path> paths = Files.walk(snapshots, SNAPSHOT_DEPTH)) {
            return paths.filter(path -> Files.isDirectory(path.resolve("workspace")))
                    .findFirst()
                    .orElseThrow(() -> new IOException("there is no snapshot in " + snapshots));
        }
    }
}
