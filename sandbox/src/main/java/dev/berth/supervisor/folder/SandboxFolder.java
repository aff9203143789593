package dev.berth.supervisor.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

    /// The agent's own memory: with the workspace, all that outlives the sandbox of a session that is kept.
    public Path agentState() {
        return place.resolve("runtime");
    }

    /// What an agent runtime keeps for itself between turns.
    public Path runtime(String name) {
        return agentState().resolve(name);
    }

    /// Index and objects with which the workspace is compared, so that its own stay as they are.
    public Path comparison() {
        return root.resolve("comparison");
    }

    /// An archive on its way, and what is needed to make one.
    public Path archive() {
        return root.resolve("archive");
    }

    /// The place has an owner before anything is made in it: see [PlaceHold].
    public void create() throws IOException {
        Files.createDirectories(spool());
    }
}
