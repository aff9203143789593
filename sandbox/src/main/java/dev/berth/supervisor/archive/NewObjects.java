package dev.berth.supervisor.archive;

import dev.berth.supervisor.archive.ArchiveFolder.Part;
import dev.berth.supervisor.process.Deadline;
import dev.berth.supervisor.workspace.Git;
import dev.berth.supervisor.workspace.ZeroSeparated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Packs what a repository has and its snapshot had not: whatever a branch, a tag, the stash, a log of references or
/// the index leads to, as `git repack` does it. A bundle would leave out what is only staged, or only in a log.
record NewObjects(ArchiveFolder folder, Git git, int number, Deadline deadline) {
    private static final String MISSING = " missing";

    /// `:<mode> <mode> <object> <object> <status>`
    private static final int STAGED_OBJECT = 3;

    /// Large files are not searched for what they have in common, and nothing is pressed hard: turns wait for this.
    private static final String[] SETTINGS = {"core.bigFileThreshold=16m", "pack.compression=1"};

    /// @param base commits that the snapshot had
    /// @param head what is checked out
    /// @param unmerged objects in the index of files whose merge is not resolved
    void pack(Optional<Path> base, String head, List<String> unmerged, long maxBytes)
            throws IOException, InterruptedException {
        var known = base.isPresent() ? knownOf(base.get()) : List.<String>of();
        keepRequired(known, head);
        var revisions = Stream.of(known.stream(), staged(head).stream(), unmerged.stream())
                .flatMap(each -> each)
                .toList();
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

    /// Those that are still there, marked as what is not wanted: the agent may have thrown some away.
    private List<String> knownOf(Path base) throws IOException, InterruptedException {
        var answers = git.output(deadline, base, "cat-file", "--batch-check=%(objectname)");
        try (var lines = Files.lines(answers)) {
            return lines.filter(line -> !line.endsWith(MISSING))
                    .distinct()
                    .map(object -> "^" + object)
                    .toList();
        }
    }

    private List<String> staged(String head) throws IOException, InterruptedException {
        var changes = git.output(
                deadline, "diff-index", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", head, "--");
        var objects = new ArrayList<String>();
        try (var entries = new ZeroSeparated(changes)) {
            for (var entry = entries.next(); entry.isPresent(); entry = entries.next()) {
                var fields = entry.get().split(" ", -1);
                if (isFile(fields[1]) && isObject(fields[STAGED_OBJECT])) {
                    objects.add(fields[STAGED_OBJECT]);
                }
                entries.next();
            }
        }
        return objects;
    }

    private static boolean isFile(String mode) {
        return !mode.equals("160000");
    }

    private static boolean isObject(String name) {
        return name.chars().anyMatch(digit -> digit != '0');
    }

    /// What the new objects are built on, and what branches stand at.
    private void keepRequired(List<String> known, String head) throws IOException, InterruptedException {
        var input = Files.write(folder.scratch("known"), known);
        var required = new ArrayList<String>();
        required.add(head);
        try (var lines = Files.lines(git.output(deadline, input, "rev-list", "--boundary", "--all", "--stdin"))) {
            lines.filter(line -> line.startsWith("-"))
                    .map(line -> line.substring(1))
                    .forEach(required::add);
        }
        var branches = git.output(deadline, "for-each-ref", "--format=%(objectname)", "refs/heads/", "refs/stash");
        required.addAll(Files.readAllLines(branches));
        Files.write(
                folder.part(number, Part.REQUIRED), required.stream().distinct().toList());
    }
}
