package dev.berth.supervisor.repository;

/// What a branch is where the repository comes from.
sealed interface RemoteBranch {
    record At(String commit) implements RemoteBranch {}

    record Missing() implements RemoteBranch {}

    record Unreachable(String reason) implements RemoteBranch {}
}
