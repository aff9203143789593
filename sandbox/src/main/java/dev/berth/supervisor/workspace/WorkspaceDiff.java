package dev.berth.supervisor.workspace;

import dev.berth.supervisor.agent.AgentPrograms;
import dev.berth.supervisor.agent.ProgramFailed;
import dev.berth.supervisor.process.Deadline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compares the agent's repository, untracked files included, with the commit it stood at when the session began.
///
/// The state of the files becomes a git tree, by way of a copy of the repository's index: so what git knows of
/// unchanged files is used, and its own index, objects and references stay as they are.
public final class WorkspaceDiff {
    /// Begins with what the repository's own index knows of unchanged files. When `git add` cannot read some files it
    /// takes the others and ends with 1.
    private static final String TREE = """
            rm -f -- "$GIT_INDEX_FILE.lock"
            if [ -f "$GIT_DIR/index" ]
            then cp -fp -- "$GIT_DIR/index" "$GIT_INDEX_FILE"
            else rm -f -- "$GIT_INDEX_FILE"
            fi || exit
            "$@" add --all --ignore-errors || [ $? -le 1 ] || exit
            exec "$@" write-tree""";

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
    ///
    /// @param base what it stood at when the session began, where that was another sandbox
    /// @param scratch a folder for what git writes
    public static Optional<WorkspaceDiff> begin(
            Path directory, Optional<String> base, Path scratch, AgentPrograms programs, Deadline deadline)
            throws ProgramFailed, InterruptedException {
        var repository = Repository.at(directory);
        if (!repository.exists()) {
            return Optional.empty();
        }
        var git = Git.beside(repository, scratch, programs);
        var from = base.isPresent() && git.has(base.get(), deadline) ? base.get() : git.head(deadline);
        return Optional.of(new WorkspaceDiff(git, from, tree(git, deadline)));
    }

    /// The commit, or the tree without files, that everything is compared with.
    public String base() {
        return base;
    }

    /// What differs from the last call, or from the beginning.
    public FileChanges changes(Deadline deadline) throws ProgramFailed, InterruptedException {
        var before = lastTree;
        lastTree = tree(git, deadline);
        if (lastTree.equals(before)) {
            return FileChanges.NONE;
        }
        var changes = git.output(deadline, "diff-tree", "-r", "-z", "--no-renames", "--name-status", before, lastTree);
        try {
            return FileChanges.parse(changes);
        } catch (IOException e) {
            throw new ProgramFailed("the changed files cannot be read: " + e.getMessage());
        }
    }

    /// Identifies what [#diff] would say: the same for the same files.
    public String state() {
        return lastTree;
    }

    /// The diff as of the last [#changes], in a file that is good until the next call.
    public Path diff(Deadline deadline) throws ProgramFailed, InterruptedException {
        return compare(deadline, "--binary");
    }

    public DiffCounts counts(Deadline deadline) throws ProgramFailed, InterruptedException {
        try {
            return DiffCounts.parse(compare(deadline, "--numstat", "-z"));
        } catch (IOException e) {
            throw new ProgramFailed("the size of the diff cannot be read: " + e.getMessage());
        }
    }

    private Path compare(Deadline deadline, String... format) throws ProgramFailed, InterruptedException {
        var arguments = new ArrayList<>(DIFF);
        arguments.addAll(List.of(format));
        arguments.addAll(List.of(base, lastTree, "--"));
        return git.output(deadline, arguments.toArray(String[]::new));
    }

    private static String tree(Git git, Deadline deadline) throws ProgramFailed, InterruptedException {
        return git.script(deadline, TREE);
    }
}
