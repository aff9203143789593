package dev.berth.supervisor.codex;

/// Codex did not do what it was asked, in words for the session's log.
final class CodexFailed extends Exception {
    CodexFailed(String detail) {
        super(detail);
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
