package dev.berth.local.driver;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.event.Failure;
import dev.berth.event.Json;
import dev.berth.local.data.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The names of what lies in a build's folder. Without its marker, which is written last, it is not a snapshot.
public record SnapshotFolder(Path root) {
    public Path workspace() {
        return root.resolve("workspace");
    }

    public Path home() {
        return root.resolve("home");
    }

    public Path temporary() {
        return root.resolve("tmp");
    }

    public Path log() {
        return root.resolve("log");
    }

    public String readLog() {
        try {
            return Files.exists(log()) ? new String(Files.readAllBytes(log()), UTF_8) : "";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public boolean isFinished() {
        return Files.exists(marker());
    }

    /// The `ref` of the artifact that was made.
    Optional<String> artifact() throws IOException {
        return isFinished() ? Optional.of(Files.readString(marker())) : Optional.empty();
    }

    public void finish(String artifact) throws IOException {
        PrivateFiles.write(marker(), artifact.getBytes(UTF_8));
    }

    Optional<Failure> failure() throws IOException {
        return Files.exists(failureFile())
                ? Optional.of(Json.MAPPER.readValue(Files.readString(failureFile()), Failure.class))
                : Optional.empty();
    }

    void fail(Failure failure) throws IOException {
        PrivateFiles.write(failureFile(), Json.MAPPER.writeValueAsBytes(failure));
    }

    /// All but what says how it went.
    void removeContents() throws IOException {
        FolderTree.remove(workspace());
        FolderTree.remove(home());
        FolderTree.remove(temporary());
    }

    private Path marker() {
        return root.resolve("finished");
    }

    private Path failureFile() {
        return root.resolve("failure.json");
    }
}
