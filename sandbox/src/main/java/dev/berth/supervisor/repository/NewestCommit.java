package dev.berth.supervisor.repository;

import dev.berth.protocol.Manifest.Repository;
import dev.berth.supervisor.agent.AgentFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds out what a branch is by now and fetches it, without touching a file.
///
/// @param work a folder of the agent's, for git folders of ours
record NewestCommit(Repository repository, WorkingCopy copy, Git git, Path work, AgentFiles files) {
    private static final int NO_SUCH_REFERENCE = 2;

    /// What has to move to have it; nothing when it is there already.
    List<Move> moves(Head head) throws IOException, InterruptedException, StaysBehind {
        var branch = head.branch().orElseThrow();
        return switch (UpdateDecision.of(repository, head, ask(branch))) {
            case UpdateDecision.Stay() -> List.of();
            case UpdateDecision.StayBehind(var why) -> throw why;
            case UpdateDecision.Bring(var commit) -> fetch(branch, head.commit(), head.tracked(), commit.length());
        };
    }

    private RemoteBranch ask(String branch) throws IOException, InterruptedException {
        var answer =
                git.run(work, Map.of(), List.of("ls-remote", "--exit-code", "--", git.url(), "refs/heads/" + branch));
        if (answer.succeeded()) {
            return new RemoteBranch.At(answer.text().split("\t", 2)[0]);
        }
        return answer.exitCode() == NO_SUCH_REFERENCE
                ? new RemoteBranch.Missing()
                : new RemoteBranch.Unreachable(Git.complaint(answer));
    }

    private List<Move> fetch(String branch, Optional<String> head, Optional<String> tracked, int digits)
            throws IOException, InterruptedException, StaysBehind {
        var shadow = Shadow.over(copy, work.resolve("repository"), head, digits, git, files);
        if (head.isPresent() && !isContained(shadow, head.get(), tracked.orElseThrow())) {
            throw StaysBehind.hasOwnCommits(repository, branch);
        }
        var filter = new OwnFolder(git, copy).filter();
        if (filter.isPresent()) {
            throw StaysBehind.filtered(repository, filter.get());
        }
        var newest = new Fetch(repository, shadow).branch(branch);
        new LargeFiles(repository, shadow).fetch();
        var from = head.isPresent() ? head.get() : Git.text(shadow.run("hash-object", "-t", "tree", "/dev/null"));
        var move = new Move(shadow, from, newest, Optional.of(branch));
        var moves = Stream.concat(
                        Stream.of(move), new SubmoduleMoves(repository, work, files).of(shadow, from, newest).stream())
                .toList();
        for (var each : moves) {
            each.check(repository);
        }
        return moves;
    }

    /// Nothing is lost when a branch moves that has only what it was fetched with, wherever it moves to.
    private static boolean isContained(Shadow shadow, String head, String tracked)
            throws IOException, InterruptedException {
        return head.equals(tracked)
                || shadow.run("merge-base", "--is-ancestor", head, tracked).succeeded();
    }
}
