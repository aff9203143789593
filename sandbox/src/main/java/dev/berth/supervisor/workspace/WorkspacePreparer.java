package dev.berth.supervisor.workspace;

import dev.berth.protocol.Manifest;
import dev.berth.supervisor.folder.CannotPrepare;
import dev.berth.supervisor.folder.SandboxFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Puts workspace and home into the session's place.
public final class WorkspacePreparer {
    private final SandboxFolder folder;
    private final FolderCopy copy;

    public WorkspacePreparer(SandboxFolder folder, FolderCopy copy) {
        this.folder = folder;
        this.copy = copy;
    }

    /// @param snapshot a folder with `workspace/` and `home/`; without one both are empty
    public void prepare(Optional<Path> snapshot, Manifest manifest) throws CannotPrepare, InterruptedException {
        try {
            fill(snapshot.map(from -> from.resolve("workspace")), folder.workspace());
            fill(snapshot.map(from -> from.resolve("home")), folder.home());
            keepTranscript(manifest);
        } catch (IOException e) {
            throw CannotPrepare.byOperator(
                    "workspace_not_prepared",
                    "The workspace could not be copied from its snapshot: %s".formatted(e.getMessage()),
                    "See that the snapshot is there and the disk has room, then resume the session");
        }
    }

    /// Where the agent works: the chosen repository, or the whole workspace.
    public Path workingDirectory(Manifest manifest) throws CannotPrepare {
        var chosen = manifest.repositories().stream()
                .filter(repository -> repository.id().equals(manifest.repository()))
                .findFirst();
        var directory = chosen.map(repository -> folder.workspace().resolve(repository.path()))
                .orElse(folder.workspace());
        if (!Files.isDirectory(directory) || !directory.normalize().startsWith(folder.workspace())) {
            throw CannotPrepare.byCaller(
                    "repository_missing",
                    "The snapshot has no folder %s for repository '%s'"
                            .formatted(folder.workspace().relativize(directory), manifest.repository()),
                    "Refresh the version's snapshot, or start with another repository");
        }
        return directory;
    }

    private void fill(Optional<Path> source, Path target) throws IOException, InterruptedException {
        if (Files.exists(target)) {
            return;
        }
        if (source.isPresent()) {
            copy.copy(source.get(), target);
        } else {
            Files.createDirectories(target);
        }
    }

    /// Beside the agent's own files, for it to read.
    private void keepTranscript(Manifest manifest) throws IOException {
        if (manifest.earlierTranscript() != null) {
            Files.writeString(folder.home().resolve("earlier-transcript.txt"), manifest.earlierTranscript());
        }
    }
}
