package dev.berth.supervisor.repository;

import dev.berth.supervisor.workspace.ZeroSeparated;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A commit names another commit of a submodule than an earlier one did.
///
/// @param from zeros where there was no submodule
record SubmoduleChange(String path, String from, String to) {
    private static final String SUBMODULE = "160000";

    static List<SubmoduleChange> between(Shadow shadow, String from, String to)
            throws IOException, InterruptedException {
        var ran = shadow.run("diff-tree", "-r", "--raw", "-z", "--no-renames", "--no-abbrev", from, to);
        Git.text(ran);
        var changes = new ArrayList<SubmoduleChange>();
        try (var entries = new ZeroSeparated(ran.output())) {
            for (var entry = entries.next(); entry.isPresent(); entry = entries.next()) {
                add(changes, entry.get().substring(1).split(" "), entries.next().orElse(""));
            }
        }
        return changes;
    }

    boolean isNew() {
        return from.chars().allMatch(digit -> digit == '0');
    }

    /// `:mode mode commit commit letter`, then the name.
    private static void add(List<SubmoduleChange> changes, String[] fields, String path) {
        if (fields[1].equals(SUBMODULE)) {
            var from = fields[0].equals(SUBMODULE) ? fields[2] : "0".repeat(fields[3].length());
            changes.add(new SubmoduleChange(path, from, fields[3]));
        }
    }
}
