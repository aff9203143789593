package dev.berth.supervisor.repository;

import dev.berth.protocol.Manifest.Repository;

/// What is to become of a repository that follows a branch.
sealed interface UpdateDecision {
    record Stay() implements UpdateDecision {}

    record StayBehind(StaysBehind why) implements UpdateDecision {}

    record Bring(String commit) implements UpdateDecision {}

    static UpdateDecision of(Repository repository, Head head, RemoteBranch remote) {
        return switch (remote) {
            case RemoteBranch.Unreachable(var reason) -> new StayBehind(StaysBehind.unreachable(repository, reason));
            case RemoteBranch.Missing() when head.commit().isEmpty() -> new Stay();
            case RemoteBranch.Missing() ->
                new StayBehind(
                        StaysBehind.branchDeleted(repository, head.branch().orElse("HEAD")));
            case RemoteBranch.At(var commit)
            when head.commit().filter(commit::equals).isPresent() -> new Stay();
            case RemoteBranch.At(var commit) -> new Bring(commit);
        };
    }
}
