package dev.berth.supervisor.archive;

import dev.berth.supervisor.agent.AgentPrograms.Program;
import dev.berth.supervisor.archive.ArchiveFolder.Part;
import dev.berth.supervisor.process.Deadline;
import dev.berth.supervisor.workspace.Git;
import dev.berth.supervisor.workspace.Repository;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says what of one repository goes into an archive. Ignored files do not: they are what a build or an installation
/// makes again, and are as the snapshot has them.
final class RepositoryCapture {
    private static final Path NOTHING = Path.of("/dev/null");

    private final ArchiveFolder folder;
    private final ArchiveLists lists;
    private final Repository repository;
    private final int number;
    private final Git git;
    private final String prefix;
    private final Deadline deadline;

    RepositoryCapture(ArchiveFolder folder, ArchiveLists lists, Repository repository, int number, Deadline deadline) {
        this.folder = folder;
        this.lists = lists;
        this.repository = repository;
        this.number = number;
        this.git = folder.git(repository);
        this.prefix = folder.inPlace(repository.workTree()) + "/";
        this.deadline = deadline;
    }

    /// @param base what the snapshot had of it
    /// @param apart work trees that are captured by themselves
    Contents.Kept capture(Optional<Path> base, Set<Path> apart, long maxBytes)
            throws IOException, InterruptedException {
        try (var state = RepositoryState.ask(git, base.orElse(NOTHING), folder.scratch("state"), deadline)) {
            var head = state.texts().getFirst();
            keepRequired(head, keepReferences(state), state.texts());
            var known = state.texts();
            listChanges(state);
            listUntracked(state);
            var unnamed = listFromIndex(state, apart);
            unnamed.addAll(StagedFile.objects(state));
            listGitFolder();
            new NewObjects(folder, git, number, deadline).pack(known, unnamed, maxBytes);
            return new Contents.Kept(
                    number, folder.inPlace(repository.workTree()), folder.inPlace(repository.gitFolder()), head);
        }
    }

    /// @return what branches stand at
    private Set<String> keepReferences(RepositoryState state) throws IOException {
        var branches = new LinkedHashSet<String>();
        try (var kept = Files.newOutputStream(folder.part(number, Part.REFERENCES));
                var out = new BufferedOutputStream(kept)) {
            state.each(line -> {
                out.write(line);
                out.write('\n');
                var reference = new String(line, StandardCharsets.UTF_8).split(" ", 2);
                if (reference[1].startsWith("refs/heads/") || reference[1].equals("refs/stash")) {
                    branches.add(reference[0]);
                }
            });
        }
        return branches;
    }

    /// What the new objects are built on, and what branches stand at.
    private void keepRequired(String head, Set<String> branches, List<String> boundary) throws IOException {
        var required = new LinkedHashSet<String>();
        required.add(head);
        required.addAll(boundary);
        required.addAll(branches);
        Files.write(folder.part(number, Part.REQUIRED), required);
    }

    private void listChanges(RepositoryState state) throws IOException {
        try (var deleted = PathList.in(folder.part(number, Part.DELETED))) {
            state.eachPair((status, path) -> {
                if (status.equals("D")) {
                    deleted.add("", path);
                } else {
                    lists.paths().add(prefix, path);
                }
            });
        }
    }

    private void listUntracked(RepositoryState state) throws IOException {
        state.each(path -> {
            var list = isFolder(path) ? lists.whole() : lists.paths();
            list.add(prefix, path);
        });
        state.each(path -> {
            if (isFolder(path)) {
                lists.untracked().add(prefix, path);
            }
        });
    }

    private static boolean isFolder(byte[] path) {
        return path[path.length - 1] == '/';
    }

    /// @return the objects of files whose merge is not resolved
    private List<String> listFromIndex(RepositoryState state, Set<Path> apart) throws IOException {
        var unmerged = new ArrayList<String>();
        state.each(line -> {
            var entry = IndexEntry.of(line);
            if (entry.isRepository() && !isApart(entry, apart)) {
                lists.whole().add(prefix, entry.path());
            } else if (entry.isHidden()) {
                lists.paths().add(prefix, entry.path());
            }
            if (entry.isUnmerged() && !entry.isRepository()) {
                unmerged.add(entry.object());
            }
        });
        return unmerged;
    }

    private boolean isApart(IndexEntry entry, Set<Path> apart) {
        var path = prefix + new String(entry.path(), StandardCharsets.UTF_8);
        return apart.stream().map(folder::inPlace).anyMatch(path::equals);
    }

    /// Everything but its objects and what a git that was killed has left locked. Where the history is cut off is kept
    /// apart, since another snapshot may be cut off elsewhere too.
    private void listGitFolder() throws IOException, InterruptedException {
        var gitFolder = folder.inPlace(repository.gitFolder());
        lists.addTree(
                gitFolder,
                List.of(gitFolder + "/objects", gitFolder + "/modules", gitFolder + "/shallow"),
                List.of("*.lock"),
                deadline);
        if (!gitFolder.equals(prefix + ".git")) {
            lists.paths().add(prefix + ".git");
        }
        keepShallow();
    }

    private void keepShallow() throws IOException, InterruptedException {
        var part = folder.part(number, Part.SHALLOW);
        var shallow = repository.gitFolder().resolve("shallow");
        if (Files.isRegularFile(shallow, LinkOption.NOFOLLOW_LINKS)) {
            folder.programs()
                    .output(new Program(List.of("cat", "--", shallow.toString()), folder.place(), part), deadline);
        } else {
            Files.createFile(part);
        }
    }
}
