package dev.berth.supervisor.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an archive holds, as it says of itself in its first file.
///
/// @param format raised when an older reader could misread it
/// @param diffBase what the agent's repository is compared with; absent when it works in none
record Contents(int format, @Nullable String diffBase, List<Kept> repositories) {
    static final int FORMAT = 1;

    Contents {
        repositories = List.copyOf(repositories);
    }

    /// One repository. Its parts are named by its number: pack, references, deleted files and the like.
    ///
    /// @param workTree below the place, as `gitFolder`
    /// @param head commit, or tree without files, that the files in the archive differ from
    record Kept(int number, String workTree, String gitFolder, String head) {}
}
