package dev.berth.supervisor.archive;

import dev.berth.supervisor.process.Deadline;
import dev.berth.supervisor.workspace.Git;
import dev.berth.supervisor.workspace.ZeroSeparated;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What a repository's index says of one file.
///
/// @param tag as `git ls-files -v` has it: lower case when git is told to take the file for unchanged, `S` when it is
///     told to pass it over
/// @param stage 0, or which side of a merge that is not resolved
record IndexEntry(char tag, String mode, String object, int stage, byte[] path) {
    private static final String REPOSITORY = "160000";

    interface Visitor {
        void visit(IndexEntry entry) throws IOException, InterruptedException;
    }

    static void each(Git git, Deadline deadline, Visitor visitor) throws IOException, InterruptedException {
        var entries = git.output(deadline, "ls-files", "-z", "-v", "--stage");
        try (var lines = new ZeroSeparated(entries)) {
            for (var line = lines.nextBytes(); line.isPresent(); line = lines.nextBytes()) {
                visitor.visit(of(line.get()));
            }
        }
    }

    /// A commit of another repository, whose files git does not look at.
    boolean isRepository() {
        return mode.equals(REPOSITORY);
    }

    boolean isUnmerged() {
        return stage > 0;
    }

    /// `git diff` does not look at it.
    boolean isHidden() {
        return Character.isLowerCase(tag) || tag == 'S';
    }

    /// `H 100644 <object> 0`, a tab, the path.
    static IndexEntry of(byte[] line) {
        var tab = 0;
        while (line[tab] != '\t') {
            tab++;
        }
        var fields = new String(line, 0, tab, StandardCharsets.US_ASCII).split(" ", -1);
        return new IndexEntry(
                fields[0].charAt(0),
                fields[1],
                fields[2],
                Integer.parseInt(fields[3]),
                Arrays.copyOfRange(line, tab + 1, line.length));
    }
}
