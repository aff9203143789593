package dev.berth.supervisor.archive;

import dev.berth.supervisor.archive.ArchiveFolder.Part;
import dev.berth.supervisor.process.Deadline;
import dev.berth.supervisor.workspace.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/// Packs what a repository has and its snapshot had not: whatever a branch, a tag, the stash, a log of references or
/// the index leads to, as `git repack` does it. A bundle would leave out what is only staged, or only in a log.
record NewObjects(ArchiveFolder folder, Git git, int number, Deadline deadline) {
    /// Large files are not searched for what they have in common, and nothing is pressed hard: turns wait for this.
    private static final String[] SETTINGS = {"core.bigFileThreshold=16m", "pack.compression=1"};

    /// @param known commits that the snapshot had and that are still there, marked as what is not wanted
    /// @param staged objects of files that no commit may have
    void pack(List<String> known, List<String> staged, long maxBytes) throws IOException, InterruptedException {
        var revisions = Stream.concat(known.stream(), staged.stream()).toList();
        git.with(SETTINGS)
                .output(
                        deadline,
                        Files.write(folder.scratch("revisions"), revisions),
                        folder.part(number, Part.PACK),
                        maxBytes,
                        "pack-objects",
                        "--revs",
                        "--all",
                        "--reflog",
                        "--stdout",
                        "--non-empty",
                        "--delta-base-offset",
                        "--quiet");
    }
}
