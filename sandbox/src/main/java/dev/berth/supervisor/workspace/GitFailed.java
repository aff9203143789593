package dev.berth.supervisor.workspace;

/// Git could not say what was asked, in words for the session's log.
public final class GitFailed extends Exception {
    GitFailed(String detail) {
        super(detail);
    }
}
