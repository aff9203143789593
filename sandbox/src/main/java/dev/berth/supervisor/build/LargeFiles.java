package dev.berth.supervisor.build;

import dev.berth.protocol.Manifest.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Fetches what a clone keeps with Git LFS, where that is installed; else its pointers stay, and the log says so.
record LargeFiles(Repository repository, Git git, BuildLog log) {

    /// @param url that the clone is from
    void fetch(Path clone, String url) throws IOException, InterruptedException, BuildFailed {
        var pointers =
                git.ask(clone, "ls-files", "-z", "--", ":(attr:filter=lfs)").text();
        if (pointers.isEmpty()) {
            return;
        }
        var files = pointers.split("\0").length;
        if (git.leavesLargeFiles()) {
            log.line("Its %d Git LFS files stay pointers, as GIT_LFS_SKIP_SMUDGE=1 says.".formatted(files));
        } else if (git.ask(clone, "lfs", "version").exitCode() != 0) {
            log.line(("Its %d Git LFS files stay pointers, since git-lfs is not installed. Install git-lfs where"
                            + " snapshots are built (in the base image, or on this machine) and refresh the snapshot.")
                    .formatted(files));
        } else {
            requireAllowed(clone, url);
            fetch(clone, files);
        }
    }

    private void fetch(Path clone, int files) throws IOException, InterruptedException, BuildFailed {
        log.line("Fetching its %d Git LFS files".formatted(files));
        if (install(clone) != 0 || git.run(clone, "lfs", "pull") != 0) {
            throw failure(
                    "large_files_not_fetched",
                    "has Git LFS files that could not be fetched: " + GitComplaint.in(log.recentLines()),
                    "See that its LFS store can be read and has them, or set GIT_LFS_SKIP_SMUDGE=1 in the profile's"
                            + " environment to leave the pointers; then refresh the snapshot.");
        }
    }

    /// For the agent too: its git has to filter and push these files as others do.
    private int install(Path clone) throws IOException, InterruptedException, BuildFailed {
        var gitFolder = git.ask(clone, "rev-parse", "--absolute-git-dir").text().strip();
        return git.run(clone, "-c", "core.hooksPath=" + gitFolder + "/hooks", "lfs", "install", "--local");
    }

    private void requireAllowed(Path clone, String url) throws IOException, InterruptedException, BuildFailed {
        var arguments = new ArrayList<>(List.of("config", "--file", LargeFileStores.FILE));
        arguments.addAll(LargeFileStores.QUERY);
        var refused = LargeFileStores.refused(url, git.ask(clone, arguments).text());
        if (refused.isPresent()) {
            throw failure(
                    "large_files_refused",
                    "has a .lfsconfig that names the store %s, whose transport is not allowed"
                            .formatted(GitTransports.shown(refused.get())),
                    "Name an https URL there, and refresh the snapshot.");
        }
    }

    private BuildFailed failure(String code, String what, String remedy) {
        return BuildFailed.byCaller(
                code, "Repository '%s' (%s) %s.".formatted(repository.id(), repository.url(), what), remedy);
    }
}
