package dev.berth.supervisor.archive;

import dev.berth.supervisor.agent.AgentPrograms.Program;
import dev.berth.supervisor.archive.ArchiveFolder.Part;
import dev.berth.supervisor.process.Deadline;
import dev.berth.supervisor.workspace.Git;
import dev.berth.supervisor.workspace.Repository;
import dev.berth.supervisor.workspace.ZeroSeparated;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says what of one repository goes into an archive. Ignored files do not: they are what a build or an installation
/// makes again, and are as the snapshot has them.
final class RepositoryCapture {
    private static final String[] TREE_AGAINST = {
        "diff",
        "-z",
        "--name-status",
        "--no-renames",
        "--no-relative",
        "--ignore-submodules=all",
        "--no-ext-diff",
        "--no-textconv"
    };

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
        var head = git.head(deadline);
        listChanges(head);
        listUntracked();
        var unmerged = listFromIndex(apart);
        listGitFolder();
        new NewObjects(folder, git, number, deadline).pack(base, head, unmerged, maxBytes);
        Files.move(
                git.output(deadline, "for-each-ref", "--format=%(objectname) %(refname)"),
                folder.part(number, Part.REFERENCES));
        return new Contents.Kept(
                number, folder.inPlace(repository.workTree()), folder.inPlace(repository.gitFolder()), head);
    }

    private void listChanges(String head) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of(TREE_AGAINST));
        arguments.addAll(List.of(head, "--"));
        var changes = git.output(deadline, arguments.toArray(String[]::new));
        try (var entries = new ZeroSeparated(changes);
                var deleted = PathList.in(folder.part(number, Part.DELETED))) {
            for (var status = entries.next(); status.isPresent(); status = entries.next()) {
                var path = entries.nextBytes().orElseThrow();
                if (status.get().equals("D")) {
                    deleted.add("", path);
                } else {
                    lists.paths().add(prefix, path);
                }
            }
        }
    }

    /// Of repositories in it that are not its submodules git only says the folder. Of folders without anything in them
    /// it says nothing, unless it is asked for folders, and then not for files.
    private void listUntracked() throws IOException, InterruptedException {
        PathList.each(git.output(deadline, "ls-files", "-z", "--others", "--exclude-standard"), path -> {
            var list = path[path.length - 1] == '/' ? lists.whole() : lists.paths();
            list.add(prefix, path);
        });
        var folders = git.output(deadline, "ls-files", "-z", "--others", "--exclude-standard", "--directory");
        PathList.each(folders, path -> {
            if (path[path.length - 1] == '/') {
                lists.untracked().add(prefix, path);
            }
        });
    }

    /// @return the objects of files whose merge is not resolved
    private List<String> listFromIndex(Set<Path> apart) throws IOException, InterruptedException {
        var unmerged = new ArrayList<String>();
        IndexEntry.each(git, deadline, entry -> {
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
