package dev.berth.supervisor.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The names of what lies in a sandbox's folder: what the supervisor keeps for itself, and the place where the agent
/// lives.
///
/// @param root of the supervisor's own; absolute, without symbolic links
/// @param place of workspace, home and the agent's state: the same path for every sandbox of a session, so that what
///     names a path in it is still right after a resume
public record SandboxFolder(Path root, Path place) {
    /// With the place in it, where every sandbox sees its folder under the same path.
    public SandboxFolder(Path root) {
        this(root, root);
    }

    public static SandboxFolder at(Path folder) throws IOException {
        return new SandboxFolder(folder.toRealPath());
    }

    /// @param place need not be there yet, but what it lies in
    public static SandboxFolder at(Path folder, Path place) throws IOException {
        var name = place.getFileName();
        return new SandboxFolder(
                folder.toRealPath(), place.resolveSibling("").toRealPath().resolve(name));
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
        return place.resolve("workspace");
    }

    public Path home() {
        return place.resolve("home");
    }

    /// The agent's folder for temporary files.
    public Path temporary() {
        return place.resolve("tmp");
    }

    /// The agent's own memory, and its own to write: with the workspace, all that outlives the sandbox of a session
    /// that is kept.
    public Path agentState() {
        return place.resolve("state");
    }

    /// What an agent remembers, in folders by its runtime's name.
    public Path agentState(String runtime) {
        return agentState().resolve(runtime);
    }

    /// What the supervisor itself keeps to drive an agent.
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

    /// An archive on its way, and what is needed to make one.
    public Path archive() {
        return root.resolve("archive");
    }

    /// The spool is for the supervisor alone. The place has an owner before anything is made in it: see [PlaceHold].
    public void create() throws IOException {
        Files.createDirectories(spool());
        Files.setPosixFilePermissions(spool(), PosixFilePermissions.fromString("rwx------"));
    }
}
