package dev.berth.local.process;

import dev.berth.event.Failure;
import dev.berth.event.Json;
import dev.berth.local.data.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The names of what lies in a build's folder. Without its marker, which is written last, it is not a snapshot.
record SnapshotFolder(Path root) {
    Path workspace() {
        return root.resolve("workspace");
    }

    Path home() {
        return root.resolve("home");
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    Path log() {
        return root.resolve("log");
    }

    boolean isFinished() {
        return Files.exists(marker());
    }

    void finish() throws IOException {
        PrivateFiles.write(marker(), new byte[0]);
    }

    Optional<Failure> failure() throws IOException {
        return Files.exists(failureFile())
                ? Optional.of(Json.MAPPER.readValue(Files.readString(failureFile()), Failure.class))
                : Optional.empty();
    }

    void fail(Failure failure) throws IOException {
        PrivateFiles.write(failureFile(), Json.MAPPER.writeValueAsBytes(failure));
    }

    private Path marker() {
        return root.resolve("finished");
    }

    private Path failureFile() {
        return root.resolve("failure.json");
    }
}
