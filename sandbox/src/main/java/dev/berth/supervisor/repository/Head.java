package dev.berth.supervisor.repository;

import java.util.Optional;

/// What is checked out.
///
/// @param branch empty when a tag or a commit is checked out
/// @param commit empty in a repository without one
/// @param tracked what the branch was when it was last fetched
record Head(Optional<String> branch, Optional<String> commit, Optional<String> tracked) {

    /// It is on a branch of where it comes from, or nothing was ever there.
    boolean follows() {
        return branch.isPresent() && (tracked.isPresent() || commit.isEmpty());
    }
}
