package dev.berth.supervisor.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The names of what lies in a sandbox's folder.
///
/// @param root absolute, without symbolic links
public record SandboxFolder(Path root) {
    public static SandboxFolder at(Path folder) throws IOException {
        return new SandboxFolder(folder.toRealPath());
    }

    public Path lock() {
        return root.resolve("supervisor.lock");
    }

    public Path pid() {
        return root.resolve("supervisor.pid");
    }

    public Path secret() {
        return root.resolve("secret");
    }

    /// Event batches that were not acknowledged yet.
    public Path spool() {
        return root.resolve("spool");
    }

    public Path workspace() {
        return root.resolve("workspace");
    }

    public Path home() {
        return root.resolve("home");
    }

    /// The agent's folder for temporary files.
    public Path temporary() {
        return root.resolve("tmp");
    }

    /// What an agent runtime keeps for itself between turns.
    public Path runtime(String name) {
        return root.resolve("runtime").resolve(name);
    }

    /// What is printed while the repository is brought to its newest commit.
    public Path update() {
        return root.resolve("update");
    }

    /// Git folders of ours for that.
    public Path updateGit() {
        return update().resolve("git");
    }

    /// There while files of the workspace are being moved to another commit.
    public Path moving() {
        return update().resolve("moving");
    }

    /// Index and objects with which the workspace is compared, so that its own stay as they are.
    public Path comparison() {
        return root.resolve("comparison");
    }

    /// The spool is for the supervisor alone.
    public void create() throws IOException {
        Files.createDirectories(spool());
        Files.setPosixFilePermissions(spool(), PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(temporary());
    }
}
