package dev.berth.supervisor.codex;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Shows the paths that codex names as the workspace's diff does: relative to where the agent works.
record Paths(Path workingDirectory) {
    /// One outside of it as it is.
    String shown(String path) {
        try {
            var file = workingDirectory.resolve(path).normalize();
            return file.startsWith(workingDirectory)
                    ? workingDirectory.relativize(file).toString()
                    : path;
        } catch (InvalidPathException e) {
            return path;
        }
    }
}
