package dev.berth.supervisor.workspace;

import java.io.IOException;
import java.nio.file.Path;

/// How large a diff is.
public record DiffCounts(int files, int additions, int deletions) {

    /// From the output of `git diff --numstat -z --no-renames`: additions, deletions and name, divided by tabs,
    /// for each file; `-` twice for a binary one.
    static DiffCounts parse(Path numstat) throws IOException {
        var counts = new DiffCounts(0, 0, 0);
        try (var entries = new ZeroSeparated(numstat)) {
            for (var entry = entries.next(); entry.isPresent(); entry = entries.next()) {
                counts = counts.plus(entry.get().split("\t", 3));
            }
        }
        return counts;
    }

    private DiffCounts plus(String[] fields) {
        return new DiffCounts(files + 1, additions + lines(fields[0]), deletions + lines(fields[1]));
    }

    private static int lines(String field) {
        return field.equals("-") ? 0 : Integer.parseInt(field);
    }
}
