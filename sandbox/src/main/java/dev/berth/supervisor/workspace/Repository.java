package dev.berth.supervisor.workspace;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// Where git keeps what.
///
/// @param gitFolder of a submodule, below that of the repository it is in
public record Repository(Path workTree, Path gitFolder) {
    /// A repository that is in nothing but its own folder.
    public static Repository at(Path workTree) {
        return new Repository(workTree, workTree.resolve(".git"));
    }

    /// Its git folder is there, and no link.
    public boolean exists() {
        return Files.isDirectory(gitFolder, LinkOption.NOFOLLOW_LINKS);
    }
}
