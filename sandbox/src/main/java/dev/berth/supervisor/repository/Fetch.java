package dev.berth.supervisor.repository;

import dev.berth.protocol.Manifest.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// Fetches what a repository has to have before it can be moved.
record Fetch(Repository repository, Shadow shadow) {

    /// Returns what the branch is by now, which may be newer than what was asked about.
    String branch(String branch) throws IOException, InterruptedException, StaysBehind {
        var fetched = shadow.run(arguments("+refs/heads/" + branch + ":" + Shadow.TO));
        if (!fetched.succeeded()) {
            throw StaysBehind.notFetched(repository, Git.complaint(fetched));
        }
        return Git.text(shadow.run("rev-parse", "--verify", Shadow.TO));
    }

    /// Returns whether there is the commit, which need not be the newest of any branch. Some servers give none by name.
    boolean commit(String commit) throws IOException, InterruptedException {
        if (!shadow.has(commit) && !shadow.run(arguments(commit)).succeeded()) {
            shadow.run(arguments("+refs/heads/*:refs/berth/heads/*"));
        }
        return shadow.has(commit);
    }

    private List<String> arguments(String what) {
        var arguments = new ArrayList<>(List.of(
                "fetch",
                "--quiet",
                "--no-tags",
                "--no-write-fetch-head",
                "--no-recurse-submodules",
                "--update-shallow"));
        if (repository.depth() != null && mayBeCutOff()) {
            arguments.add("--depth=" + repository.depth());
        }
        arguments.addAll(List.of("--", shadow.git().url(), what));
        return arguments;
    }

    /// A history that the setup script made whole stays whole.
    private boolean mayBeCutOff() {
        return Files.exists(shadow.copy().shallow()) || !shadow.hasHistory();
    }
}
