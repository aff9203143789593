package dev.berth.local.process;

import dev.berth.snapshot.Artifact;
import dev.berth.snapshot.BuildRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where each build's folder is: `<profile>/<version>/<build>`, which is also what an artifact names.
record SnapshotFolders(Path root) {
    SnapshotFolder of(BuildRequest request) {
        return below(Path.of(request.profile(), Integer.toString(request.version()), request.build()));
    }

    Artifact artifact(SnapshotFolder folder) {
        return new Artifact(
                ProcessSandboxDriver.NAME, root.relativize(folder.root()).toString());
    }

    /// The folder an artifact names, when it is a snapshot.
    Optional<SnapshotFolder> finished(Artifact artifact) {
        return Optional.of(artifact)
                .filter(ours -> ours.driver().equals(ProcessSandboxDriver.NAME))
                .map(ours -> below(Path.of(ours.ref())))
                .filter(SnapshotFolder::isFinished);
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
