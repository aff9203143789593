package dev.berth.supervisor.build;

import dev.berth.protocol.Manifest.Repository;
import dev.berth.supervisor.git.GitTransports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Clones one repository of a profile into the workspace, with its submodules.
final class RepositoryClone {
    private static final String REFRESH = "and refresh the snapshot.";

    private final Repository repository;
    private final Path workspace;
    private final Path folder;
    private final Git git;
    private final BuildLog log;

    RepositoryClone(Repository repository, Path workspace, Git git, BuildLog log) throws BuildFailed {
        this.repository = repository;
        this.workspace = workspace;
        this.folder = workspace.resolve(repository.path()).normalize();
        this.git = git;
        this.log = log;
        if (!folder.startsWith(workspace) || !GitTransports.allows(repository.url())) {
            throw failure(
                    "repository_refused",
                    "has a path outside the workspace, or a transport other than https, file, or http to this machine",
                    "Mend it in the draft, publish a new version");
        }
    }

    void run() throws IOException, InterruptedException, BuildFailed {
        log.line("== Cloning repository %s from %s".formatted(repository.id(), repository.url()));
        if (isEmpty()) {
            cloneEmpty();
            return;
        }
        var exitCode = repository.branch() == null
                ? git.run(workspace, "clone", "--no-hardlinks", "--", repository.url(), folder.toString())
                : git.run(
                        workspace,
                        "clone",
                        "--no-hardlinks",
                        "--branch=" + repository.branch(),
                        "--",
                        repository.url(),
                        folder.toString());
        if (exitCode != 0) {
            throw failure("repository_not_cloned", "could not be cloned: " + lastLine(), "See the log, mend it,");
        }
        requireCheckout();
        new Submodules(repository, git).checkOut(folder);
    }

    /// Asks before cloning, since git tells an unreadable repository from a missing branch by its words only.
    private boolean isEmpty() throws IOException, InterruptedException, BuildFailed {
        var branch = repository.branch();
        if (branch != null) {
            var found = listRefs("refs/heads/" + branch, "refs/tags/" + branch);
            if (!found.isEmpty()) {
                return false;
            }
        }
        var isEmpty = listRefs().isEmpty();
        if (branch != null && !isEmpty) {
            throw failure(
                    "branch_missing",
                    "has no branch '" + branch + "'",
                    "Push the branch, or name another one in a new version,");
        }
        return isEmpty;
    }

    private String listRefs(String... patterns) throws IOException, InterruptedException, BuildFailed {
        var arguments = new String[patterns.length + 3];
        arguments[0] = "ls-remote";
        arguments[1] = "--";
        arguments[2] = repository.url();
        System.arraycopy(patterns, 0, arguments, 3, patterns.length);
        var answer = git.ask(workspace, arguments);
        if (answer.exitCode() != 0) {
            throw failure(
                    "repository_unreadable",
                    "does not exist or cannot be read: " + lastLine(),
                    "Check its URL and who may read it,");
        }
        return answer.text();
    }

    private void cloneEmpty() throws IOException, InterruptedException, BuildFailed {
        log.line("The repository is empty; the workspace gets the empty clone.");
        if (git.run(workspace, "clone", "--", repository.url(), folder.toString()) != 0) {
            throw failure("repository_not_cloned", "could not be cloned: " + lastLine(), "See the log, mend it,");
        }
        if (repository.branch() != null) {
            git.run(folder, "symbolic-ref", "HEAD", "refs/heads/" + repository.branch());
        }
    }

    private void requireCheckout() throws IOException, InterruptedException, BuildFailed {
        if (!Files.isDirectory(folder)
                || git.ask(folder, "rev-parse", "--verify", "--quiet", "HEAD").exitCode() != 0) {
            throw failure(
                    "branch_missing",
                    "has no default branch to check out",
                    "Name one of its branches in a new version,");
        }
    }

    private String lastLine() {
        var lines = log.lastLines();
        return lines.isEmpty() ? "git said nothing" : lines.getLast();
    }

    private BuildFailed failure(String code, String what, String remedy) {
        return BuildFailed.byCaller(
                code,
                "Repository '%s' (%s) %s.".formatted(repository.id(), repository.url(), what),
                remedy + " " + REFRESH);
    }
}
