package dev.berth.supervisor.archive;

import dev.berth.protocol.Manifest;
import dev.berth.supervisor.agent.ProgramFailed;
import dev.berth.supervisor.process.Deadline;
import dev.berth.supervisor.workspace.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the repositories of a workspace whose history the snapshot brings: the profile's, and below each the
/// submodules that are checked out. Any other is a folder like all.
record Repositories(ArchiveFolder folder, List<Manifest.Repository> declared) {
    private static final int AT_MOST = 200;

    /// Each before its submodules.
    List<Repository> find(Deadline deadline) throws IOException, InterruptedException {
        var found = new ArrayList<Repository>();
        var toLookInto = new ArrayDeque<Repository>();
        for (var repository : declared) {
            declared(repository).ifPresent(toLookInto::add);
        }
        while (!toLookInto.isEmpty()) {
            var repository = toLookInto.poll();
            found.add(repository);
            toLookInto.addAll(submodules(repository, deadline));
            if (found.size() > AT_MOST) {
                throw new ProgramFailed("there are more than %d submodules".formatted(AT_MOST));
            }
        }
        return found;
    }

    private Optional<Repository> declared(Manifest.Repository declared) throws IOException {
        var repository = Repository.at(folder.sandbox().workspace().resolve(declared.path()));
        return repository.exists() && isWhereItSays(repository.workTree()) ? Optional.of(repository) : Optional.empty();
    }

    private List<Repository> submodules(Repository parent, Deadline deadline) throws IOException, InterruptedException {
        var paths = new ArrayList<Path>();
        IndexEntry.each(folder.git(parent), deadline, entry -> {
            if (entry.isRepository()) {
                below(parent.workTree(), entry.path()).ifPresent(paths::add);
            }
        });
        var found = new ArrayList<Repository>();
        for (var path : paths) {
            submodule(parent, path, deadline).ifPresent(found::add);
        }
        return found;
    }

    /// One whose git folder is kept in that of the repository around it, as `git submodule` does.
    private Optional<Repository> submodule(Repository parent, Path workTree, Deadline deadline)
            throws IOException, InterruptedException {
        if (!Files.isRegularFile(workTree.resolve(".git"), LinkOption.NOFOLLOW_LINKS) || !isWhereItSays(workTree)) {
            return Optional.empty();
        }
        var asked = new Repository(workTree, workTree.resolve(".git"));
        var answer = folder.git(asked).run(deadline, List.of("rev-parse", "--absolute-git-dir"));
        if (answer.exitCode() != 0) {
            return Optional.empty();
        }
        var gitFolder = Path.of(Files.readString(answer.output()).strip());
        var inParent = gitFolder.startsWith(parent.gitFolder().resolve("modules")) && isWhereItSays(gitFolder);
        return inParent ? Optional.of(new Repository(workTree, gitFolder)) : Optional.empty();
    }

    /// No link leads elsewhere on the way.
    private static boolean isWhereItSays(Path path) throws IOException {
        return Files.isDirectory(path) && path.toRealPath().equals(path);
    }

    /// Empty for a name that is not text, which cannot be the name of a path here.
    private static Optional<Path> below(Path workTree, byte[] path) {
        try {
            var named = workTree.resolve(new String(path, StandardCharsets.UTF_8));
            return named.normalize().equals(named) && named.startsWith(workTree)
                    ? Optional.of(named)
                    : Optional.empty();
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }
}
