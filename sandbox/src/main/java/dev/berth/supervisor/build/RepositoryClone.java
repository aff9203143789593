package dev.berth.supervisor.build;

import dev.berth.protocol.Manifest.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Clones one repository of a profile into the workspace, with its submodules and its large files.
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
        var isEmpty = isEmpty();
        if (git.run(workspace, cloning(isEmpty)) != 0) {
            throw failure("repository_not_cloned", "could not be cloned: " + complaint(), "See the log, mend it,");
        }
        if (isEmpty) {
            beginBranch();
            return;
        }
        requireCheckout();
        var largeFiles = new LargeFiles(repository, git, log);
        largeFiles.fetch(folder, repository.url());
        new Submodules(repository, git, log, largeFiles).checkOut(folder);
    }

    private List<String> cloning(boolean isEmpty) {
        var arguments = new ArrayList<>(List.of("clone", "--no-hardlinks"));
        if (repository.branch() != null && !isEmpty) {
            arguments.add("--branch=" + repository.branch());
        }
        if (repository.depth() != null) {
            arguments.add("--depth=" + repository.depth());
        }
        arguments.addAll(List.of("--", repository.url(), folder.toString()));
        return arguments;
    }

    /// Asks before cloning, since git tells an unreadable repository from a missing branch by its words only.
    private boolean isEmpty() throws IOException, InterruptedException, BuildFailed {
        var branch = repository.branch();
        if (branch != null
                && !listRefs("refs/heads/" + branch, "refs/tags/" + branch).isEmpty()) {
            return false;
        }
        var isEmpty = listRefs().isEmpty();
        if (branch != null && !isEmpty) {
            throw failure(
                    "branch_missing",
                    "has neither a branch nor a tag '%s'".formatted(branch),
                    "Push it, or name another branch or tag in a new version (a commit needs one to point at it),");
        }
        return isEmpty;
    }

    private String listRefs(String... patterns) throws IOException, InterruptedException, BuildFailed {
        var arguments = new ArrayList<>(List.of("ls-remote", "--", repository.url()));
        arguments.addAll(List.of(patterns));
        var answer = git.ask(workspace, arguments);
        if (answer.exitCode() != 0) {
            throw failure(
                    "repository_unreadable",
                    "does not exist or cannot be read: " + complaint(),
                    "Check its URL and who may read it,");
        }
        return answer.text();
    }

    private void beginBranch() throws IOException, InterruptedException, BuildFailed {
        log.line("The repository is empty; the workspace gets the empty clone.");
        if (repository.branch() != null) {
            git.run(folder, "symbolic-ref", "HEAD", "refs/heads/" + repository.branch());
        }
    }

    private void requireCheckout() throws IOException, InterruptedException, BuildFailed {
        var head = git.ask(folder, "log", "-1", "--format=%H");
        if (!Files.isDirectory(folder) || head.exitCode() != 0) {
            throw failure(
                    "branch_missing",
                    "has no default branch to check out",
                    "Name one of its branches in a new version,");
        }
        log.line("It is at %s".formatted(head.text().strip()));
    }

    private String complaint() {
        return GitComplaint.in(log.recentLines());
    }

    private BuildFailed failure(String code, String what, String remedy) {
        return BuildFailed.byCaller(
                code,
                "Repository '%s' (%s) %s.".formatted(repository.id(), repository.url(), what),
                remedy + " " + REFRESH);
    }
}
