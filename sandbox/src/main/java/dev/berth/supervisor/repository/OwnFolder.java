package dev.berth.supervisor.repository;

import dev.berth.supervisor.agent.AgentPrograms.Ran;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A repository's own git folder. Its configuration may be hostile, so nothing is asked for here in which git would
/// run, fetch or filter anything: only names are read, and references written.
record OwnFolder(Git git, WorkingCopy copy) {
    Head head() throws IOException, InterruptedException {
        var symbolic = run("symbolic-ref", "--quiet", "HEAD");
        if (!symbolic.succeeded()) {
            return new Head(Optional.empty(), Optional.of(commit()), Optional.empty());
        }
        var reference = symbolic.text();
        var branch = reference.substring("refs/heads/".length());
        var tracking = tracking(branch);
        var commits = Git.text(run("for-each-ref", "--format=%(refname) %(objectname)", reference, tracking))
                .lines()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1]));
        return new Head(
                Optional.of(branch),
                Optional.ofNullable(commits.get(reference)),
                Optional.ofNullable(commits.get(tracking)));
    }

    String commit() throws IOException, InterruptedException {
        return Git.text(run("rev-parse", "--verify", "--quiet", "HEAD^{commit}"));
    }

    /// A program that files go through on their way in and out, other than Git LFS.
    Optional<String> filter() throws IOException, InterruptedException {
        var answer = run("config", "--null", "--name-only", "--get-regexp", "^filter\\..*\\.(smudge|process)$");
        return Stream.of(answer.text().split("\0"))
                .filter(key -> !key.isEmpty())
                .map(key -> key.substring("filter.".length(), key.lastIndexOf('.')))
                .filter(name -> !name.equals("lfs"))
                .findFirst();
    }

    void moveBranch(String branch, String to) throws IOException, InterruptedException {
        Git.text(run("update-ref", "-m", "newest commit", "refs/heads/" + branch, to));
        Git.text(run("update-ref", "-m", "newest commit", tracking(branch), to));
    }

    void moveHead(String to) throws IOException, InterruptedException {
        Git.text(run("update-ref", "--no-deref", "-m", "newest commit", "HEAD", to));
    }

    private Ran run(String... arguments) throws IOException, InterruptedException {
        var places = Map.of(
                "GIT_DIR", copy.gitFolder().toString(),
                "GIT_WORK_TREE", copy.files().toString());
        return git.run(copy.files(), places, List.of(arguments));
    }

    private static String tracking(String branch) {
        return "refs/remotes/origin/" + branch;
    }
}
