package dev.berth.local.driver;

import dev.berth.snapshot.BuildRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where each build's folder is: `<profile>/<version>/<build>`.
public record SnapshotFolders(Path root) {
    public SnapshotFolder of(BuildRequest request) {
        return below(name(request));
    }

    public static Path name(BuildRequest request) {
        return Path.of(request.profile(), Integer.toString(request.version()), request.build());
    }

    /// The folder of a finished build, by its name.
    public Optional<SnapshotFolder> finished(String name) {
        return Optional.of(below(Path.of(name))).filter(SnapshotFolder::isFinished);
    }

    Optional<SnapshotFolder> find(String build) {
        if (!Files.isDirectory(root)) {
            return Optional.empty();
        }
        try (var folders = Files.find(
                root,
                3,
                (folder, attributes) -> attributes.isDirectory() && folder.getNameCount() == root.getNameCount() + 3)) {
            return folders.filter(folder -> folder.endsWith(build)).findFirst().map(SnapshotFolder::new);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private SnapshotFolder below(Path name) {
        var folder = root.resolve(name).normalize();
        if (!folder.startsWith(root) || folder.equals(root)) {
            throw new IllegalArgumentException("Not a snapshot's name: " + name);
        }
        return new SnapshotFolder(folder);
    }
}
