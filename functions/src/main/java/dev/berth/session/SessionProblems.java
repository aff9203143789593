package dev.berth.session;

import dev.berth.http.Problem;
import dev.berth.http.ProblemException;
import java.util.List;
import java.util.Map;

/// What can be wrong with a call about a session, in words.
final class SessionProblems {
    private SessionProblems() {}

    static ProblemException noSuchSession(String session) {
        return Problem.of(
                        404,
                        "session_not_found",
                        "No such session",
                        "There is no session " + session + " in your organization.",
                        "List the sessions with GET /v1/sessions.")
                .exception();
    }

    static ProblemException noSuchProfile(String detail) {
        return Problem.of(
                        404,
                        "profile_not_found",
                        "No such profile or version",
                        detail,
                        "List the profiles with GET /v1/profiles and their versions with GET"
                                + " /v1/profiles/{profile}/versions.")
                .exception();
    }

    static ProblemException noSuchOutput(String output) {
        return Problem.of(
                        404,
                        "output_not_found",
                        "No such output",
                        "The session has no output " + output + ".",
                        "Read the session's events: those that were cut carry the output's url.")
                .exception();
    }

    static ProblemException queueFull(int queuedSessions) {
        return Problem.of(
                        429,
                        "queue_full",
                        "Too many sessions wait",
                        queuedSessions + " sessions wait for a slot already.",
                        "Stop sessions that are not needed, raise limits.queuedSessions, or try again later.")
                .exception();
    }

    static ProblemException noSuchRepository(String repository, List<String> known) {
        return Problem.of(
                        400,
                        "repository_not_found",
                        "No such repository",
                        "The profile's version has no repository '" + repository + "'.",
                        known.isEmpty()
                                ? "Leave out 'repository': this version has none."
                                : "Name one of: " + String.join(", ", known) + ".")
                .exception();
    }

    static ProblemException repositoryMissing(List<String> known) {
        return Problem.of(
                        400,
                        "repository_required",
                        "Which repository?",
                        "The profile's version has several repositories.",
                        "Set 'repository' to one of: " + String.join(", ", known) + ".")
                .exception();
    }

    static ProblemException notStartable(String reason, String detail, String remedy) {
        return new Problem(
                        409,
                        "profile_not_startable",
                        "The profile cannot start sessions yet",
                        detail,
                        remedy,
                        List.of(),
                        Map.of("reason", reason))
                .exception();
    }

    static ProblemException versionGone(String detail) {
        return notStartable("no_version", detail, "Start a new session from a profile that GET /v1/profiles lists.");
    }

    static ProblemException refused(String because) {
        return Problem.of(
                        409,
                        "not_possible_now",
                        "Not possible now",
                        "This is not possible: " + because + ".",
                        "Look at the session's status with GET /v1/sessions/{session}, then decide again.")
                .exception();
    }

    static ProblemException tooLong(String pointer, int maxBytes) {
        return new Problem(
                        400,
                        "invalid_body",
                        "The body is not valid",
                        "The text at " + pointer + " is longer than " + maxBytes + " bytes of UTF-8.",
                        "Shorten it, or put it into a file of the repository and name that file.",
                        List.of(new Problem.FieldError(pointer, "longer than " + maxBytes + " bytes of UTF-8")),
                        Map.of())
                .exception();
    }

    static ProblemException holdsNul(String pointer) {
        return new Problem(
                        400,
                        "invalid_body",
                        "The body is not valid",
                        "The text at " + pointer + " holds a NUL character.",
                        "Remove it: no program can be given one.",
                        List.of(new Problem.FieldError(pointer, "holds a NUL character")),
                        Map.of())
                .exception();
    }
}
