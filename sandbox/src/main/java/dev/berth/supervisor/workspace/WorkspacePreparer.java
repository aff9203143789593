package dev.berth.supervisor.workspace;

import dev.berth.protocol.Manifest;
import dev.berth.supervisor.agent.AgentFiles;
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
    private final AgentFiles files;

    public WorkspacePreparer(SandboxFolder folder, FolderCopy copy, AgentFiles files) {
        this.folder = folder;
        this.copy = copy;
        this.files = files;
    }

    /// @param snapshot a folder with `workspace/` and `home/`; without one both are as they are, or empty
    public void prepare(Optional<Path> snapshot, Manifest manifest) throws CannotPrepare, InterruptedException {
        try {
            requireWhole(snapshot.isPresent());
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
        var directory = manifest.chosenRepository()
                .map(repository -> folder.workspace().resolve(repository.path()))
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

    /// A supervisor that was killed may have left a workspace between two commits.
    private void requireWhole(boolean canBeCopiedAgain) throws IOException, CannotPrepare, InterruptedException {
        if (!Files.exists(folder.moving())) {
            return;
        }
        if (!canBeCopiedAgain) {
            throw CannotPrepare.byOperator(
                    "repository_half_updated",
                    "The sandbox was ended while its repository was brought to the newest commit",
                    "Resume the session");
        }
        files.run(AgentFiles.REMOVE, folder.workspace().toString());
        Files.delete(folder.moving());
    }

    private void fill(Optional<Path> source, Path target) throws IOException, InterruptedException {
        if (Files.exists(target)) {
            return;
        }
        if (source.isPresent()) {
            copy.copy(source.get(), target);
        } else {
            files.give(Files.createDirectories(target));
        }
    }

    /// Beside the agent's own files, for it to read.
    private void keepTranscript(Manifest manifest) throws IOException, InterruptedException {
        if (manifest.earlierTranscript() != null) {
            files.write(folder.home().resolve("earlier-transcript.txt"), manifest.earlierTranscript());
        }
    }
}
