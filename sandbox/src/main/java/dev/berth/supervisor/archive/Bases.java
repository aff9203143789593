package dev.berth.supervisor.archive;

import dev.berth.supervisor.process.Deadline;
import dev.berth.supervisor.workspace.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the snapshot brought of each repository: the next snapshot brings it again, so that no archive has to hold it.
final class Bases {
    private static final Path NOTHING = Path.of("/dev/null");

    /// There may be no commit yet.
    private static final String COMMITS = """
            "$@" for-each-ref --format='%(objectname)' || exit
            "$@" rev-parse --verify --quiet HEAD || :""";

    private final Map<Repository, Path> commits = new HashMap<>();
    private final ArchiveFolder folder;

    private Bases(ArchiveFolder folder) {
        this.folder = folder;
    }

    /// To be called before anything changes them.
    static Bases of(List<Repository> repositories, ArchiveFolder folder, Deadline deadline)
            throws IOException, InterruptedException {
        var bases = new Bases(folder);
        for (var repository : repositories) {
            bases.remember(repository, deadline);
        }
        return bases;
    }

    /// The commits that its references named, one a line.
    Optional<Path> of(Repository repository) {
        return Optional.ofNullable(commits.get(repository));
    }

    private void remember(Repository repository, Deadline deadline) throws IOException, InterruptedException {
        var file = Files.createDirectories(folder.root().resolve("bases")).resolve(commits.size() + ".commits");
        folder.git(repository).script(deadline, NOTHING, file, COMMITS);
        commits.put(repository, file);
    }
}
