package dev.berth.supervisor.workspace;

import dev.berth.event.EventData.FileChanged;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Which files differ between two states of the workspace.
///
/// @param files the first ones
/// @param more how many there are besides
public record FileChanges(List<FileChanged> files, int more) {
    /// A turn that installs dependencies would otherwise fill the log with their names.
    private static final int LISTED_AT_MOST = 500;

    static final FileChanges NONE = new FileChanges(List.of(), 0);

    public FileChanges {
        files = List.copyOf(files);
    }

    /// From the output of `git diff-tree --name-status -z`: a letter, a name, a letter, a name.
    static FileChanges parse(Path nameStatus) throws IOException {
        var files = new ArrayList<FileChanged>();
        var more = 0;
        try (var entries = new ZeroSeparated(nameStatus)) {
            for (var status = entries.next(); status.isPresent(); status = entries.next()) {
                var path = entries.next().orElse("");
                if (files.size() < LISTED_AT_MOST) {
                    files.add(new FileChanged(path, change(status.get())));
                } else {
                    more++;
                }
            }
        }
        return new FileChanges(files, more);
    }

    private static String change(String status) {
        return switch (status) {
            case "A" -> "added";
            case "D" -> "deleted";
            default -> "modified";
        };
    }
}
