package dev.berth.supervisor.repository;

import java.nio.file.Path;

/// A repository that is checked out, or a submodule of one.
///
/// @param gitFolder where git keeps the rest of it; of a submodule that is inside the git folder of the whole
record WorkingCopy(Path files, Path gitFolder) {
    static WorkingCopy in(Path files) {
        return new WorkingCopy(files, files.resolve(".git"));
    }

    Path objects() {
        return gitFolder.resolve("objects");
    }

    Path index() {
        return gitFolder.resolve("index");
    }

    Path shallow() {
        return gitFolder.resolve("shallow");
    }

    /// Where Git LFS keeps what it fetched; it is there once Git LFS was used.
    Path largeFiles() {
        return gitFolder.resolve("lfs");
    }
}
