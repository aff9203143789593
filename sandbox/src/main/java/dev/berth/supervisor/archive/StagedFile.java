package dev.berth.supervisor.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What `git diff-index --cached --raw` says of a file: `:<mode> <mode> <object> <object> <status>`.
record StagedFile(String mode, String object) {
    private static final String REPOSITORY = "160000";
    private static final int MODE = 1;
    private static final int OBJECT = 3;

    /// Of the files that are staged and differ from the commit.
    static List<String> objects(RepositoryState state) throws IOException {
        var objects = new ArrayList<String>();
        state.eachPair((fields, path) -> {
            var staged = of(fields);
            if (staged.isThere() && !staged.mode().equals(REPOSITORY)) {
                objects.add(staged.object());
            }
        });
        return objects;
    }

    private static StagedFile of(String line) {
        var fields = line.split(" ", -1);
        return new StagedFile(fields[MODE], fields[OBJECT]);
    }

    /// A file that was removed has an object of zeros.
    private boolean isThere() {
        return object.chars().anyMatch(digit -> digit != '0');
    }
}
