package dev.berth.sandbox;

import dev.berth.http.Problem;
import dev.berth.http.ProblemException;

/// What a sandbox can be told that is not an answer.
final class SandboxProblems {
    private SandboxProblems() {}

    static ProblemException unknownToken() {
        return Problem.of(
                        401,
                        "unknown_sandbox",
                        "Unknown token",
                        "The token is not one of this control plane's.",
                        "Exit: this sandbox belongs to nobody here.")
                .exception();
    }

    static ProblemException generationEnded() {
        return Problem.of(
                        410,
                        "generation_ended",
                        "The generation has ended",
                        "Another sandbox has taken over, or the session has ended.",
                        "Stop the agent and exit.")
                .exception();
    }

    static ProblemException otherSecret() {
        return Problem.of(
                        409,
                        "already_exchanged",
                        "The token was exchanged before",
                        "The bootstrap token was exchanged with another secret.",
                        "Exit: the session is being failed, since somebody else has used this token.")
                .exception();
    }

    static ProblemException notKept() {
        return Problem.of(
                        409,
                        "workspace_not_kept",
                        "The workspace is not kept",
                        "This session was not made to keep its workspace.",
                        "Send no archives.")
                .exception();
    }

    static ProblemException archiveNotStored(String archive) {
        return Problem.of(
                        409,
                        "archive_not_stored",
                        "The archive is not there",
                        "What is stored as '" + archive + "' is absent, or has another size or checksum than was said.",
                        "Ask for another place and upload it again; the archive before it stands.")
                .exception();
    }

    static ProblemException unknownProtocol(int version) {
        return Problem.of(
                        400,
                        "unsupported_protocol",
                        "Unknown protocol version",
                        "This control plane does not speak version " + version + " of the sandbox protocol.",
                        "Update Berth's runtime image or the control plane.")
                .exception();
    }
}
