package dev.berth.supervisor.workspace;

import dev.berth.supervisor.agent.ChildEnvironment;
import dev.berth.supervisor.folder.SandboxFolder;
import dev.berth.supervisor.process.Deadline;
import dev.berth.supervisor.process.ProcessLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compares the agent's repository, untracked files included, with the commit it stood at when the session began.
///
/// The state of the files becomes a git tree, by way of a copy of the repository's index: so what git knows of
/// unchanged files is used, and its own index, objects and references stay as they are.
public final class WorkspaceDiff {
    /// `git add` could not read some files, and took the others.
    private static final int SOME_FILES_NOT_ADDED = 1;

    private static final List<String> DIFF = List.of(
            "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--ignore-submodules=dirty");

    private final Git git;
    private final String base;
    private String lastTree;

    private WorkspaceDiff(Git git, String base, String lastTree) {
        this.git = git;
        this.base = base;
        this.lastTree = lastTree;
    }

    /// Remembers how the repository stands now; empty when the folder is none.
    public static Optional<WorkspaceDiff> begin(
            Path directory,
            SandboxFolder folder,
            ChildEnvironment environment,
            ProcessLauncher launcher,
            Deadline deadline)
            throws GitFailed, InterruptedException {
        var git = new Git(directory, folder, environment, launcher);
        if (!Files.isDirectory(git.gitFolder())) {
            return Optional.empty();
        }
        git.createFolders();
        return Optional.of(new WorkspaceDiff(git, base(git, deadline), tree(git, deadline)));
    }

    /// What differs from the last call, or from the beginning.
    public FileChanges changes(Deadline deadline) throws GitFailed, InterruptedException {
        var before = lastTree;
        lastTree = tree(git, deadline);
        if (lastTree.equals(before)) {
            return FileChanges.NONE;
        }
        var changes = git.output(deadline, "diff-tree", "-r", "-z", "--no-renames", "--name-status", before, lastTree);
        try {
            return FileChanges.parse(changes);
        } catch (IOException e) {
            throw new GitFailed("the changed files cannot be read: " + e.getMessage());
        }
    }

    /// Identifies what [#diff] would say: the same for the same files.
    public String state() {
        return lastTree;
    }

    /// The diff as of the last [#changes], in a file that is good until the next call.
    public Path diff(Deadline deadline) throws GitFailed, InterruptedException {
        return compare(deadline, "--binary");
    }

    public DiffCounts counts(Deadline deadline) throws GitFailed, InterruptedException {
        try {
            return DiffCounts.parse(compare(deadline, "--numstat", "-z"));
        } catch (IOException e) {
            throw new GitFailed("the size of the diff cannot be read: " + e.getMessage());
        }
    }

    private Path compare(Deadline deadline, String... format) throws GitFailed, InterruptedException {
        var arguments = new ArrayList<>(DIFF);
        arguments.addAll(List.of(format));
        arguments.addAll(List.of(base, lastTree, "--"));
        return git.output(deadline, arguments.toArray(String[]::new));
    }

    /// Of a repository without a commit, a tree without files.
    private static String base(Git git, Deadline deadline) throws GitFailed, InterruptedException {
        var head = git.run(deadline, List.of("rev-parse", "--verify", "--quiet", "HEAD^{commit}"));
        return head.exitCode() == 0 ? git.line(deadline, "rev-parse", "HEAD^{commit}") : git.line(deadline, "mktree");
    }

    private static String tree(Git git, Deadline deadline) throws GitFailed, InterruptedException {
        git.copyIndex();
        var added = git.run(deadline, List.of("add", "--all", "--ignore-errors"));
        if (added.exitCode() > SOME_FILES_NOT_ADDED) {
            throw new GitFailed("git add: " + Git.complaint(added));
        }
        return git.line(deadline, "write-tree");
    }
}
