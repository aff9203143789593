package dev.berth.http;

import dev.berth.http.Problem.FieldError;
import java.util.List;
import java.util.Map;

/// The problems that any operation may end with. What belongs to one feature is made where it is found out.
public final class Problems {
    private Problems() {}

    public static ProblemException unauthenticated(String detail) {
        return Problem.of(
                        401,
                        "unauthenticated",
                        "It is not known who calls",
                        detail,
                        "Send 'Authorization: Bearer <API key>' with a key of your organization.")
                .exception();
    }

    public static ProblemException forbidden(String missingScope) {
        return Problem.of(
                        403,
                        "forbidden",
                        "Not allowed with this API key",
                        "This operation needs the scope '" + missingScope + "', which the API key does not have.",
                        "Use a key that has the scope '" + missingScope + "', or ask an administrator for one.")
                .exception();
    }

    /// What is not there, or belongs to another organization: both look alike.
    ///
    /// @param kind `session`, `profile`, …: the code is `session_not_found`
    public static ProblemException notFound(String kind, String id) {
        return Problem.of(
                        404,
                        kind + "_not_found",
                        "There is no such " + kind,
                        "Your organization has no " + kind + " '" + shortened(id) + "'.",
                        "Check the id, and that the API key belongs to the organization that has it.")
                .exception();
    }

    /// @param errors the first of them; at least one
    /// @param count of all
    public static ProblemException invalidBody(List<FieldError> errors, int count) {
        var first = errors.getFirst();
        var more = count == 1 ? "." : ", and " + (count - 1) + " more.";
        return new Problem(
                        400,
                        "invalid_body",
                        "The body is not what this operation takes",
                        (first.pointer().isEmpty() ? "The body " : "'" + first.pointer() + "' ")
                                + first.detail()
                                + more,
                        "Mend what 'errors' lists; the schema is in /openapi.json.",
                        errors,
                        Map.of())
                .exception();
    }

    public static ProblemException invalidJson(String detail) {
        return Problem.of(
                        400,
                        "invalid_json",
                        "The body is not JSON",
                        detail,
                        "Send one JSON document in UTF-8, and nothing after it.")
                .exception();
    }

    public static ProblemException invalidParameter(String name, String detail) {
        return Problem.of(
                        400,
                        "invalid_parameter",
                        "A parameter is not what this operation takes",
                        "The parameter '" + name + "' " + detail + ".",
                        "Mend or leave out '" + name + "'; what it may be is in /openapi.json.")
                .exception();
    }

    public static ProblemException bodyTooLarge(int maxBytes) {
        return Problem.of(
                        413,
                        "body_too_large",
                        "The body is too large",
                        "A body may have " + maxBytes + " bytes.",
                        "Send less; what is long belongs into the repository or a file, not into a request.")
                .exception();
    }

    static ProblemException invalidCursor() {
        return Problem.of(
                        400,
                        "invalid_cursor",
                        "The cursor is not one of this list",
                        "The parameter 'cursor' is not what an answer of this list gave as 'nextCursor'.",
                        "Begin again without a cursor, and pass 'nextCursor' on unchanged.")
                .exception();
    }

    static ProblemException busy() {
        return Problem.of(
                        503,
                        "busy",
                        "Too many writers at once",
                        "Too many requests changed the same thing at once, and this one changed nothing.",
                        "Repeat the request in a moment.")
                .exception();
    }

    static ProblemException internal() {
        return Problem.of(
                        500,
                        "internal",
                        "Something went wrong inside Berth",
                        "The request could not be finished. Whether it changed something is not known.",
                        "Repeat it; if it fails again, give an operator the request id, which the log has too.")
                .exception();
    }

    static ProblemException noSuchRoute(String method, String path) {
        return Problem.of(
                        404,
                        "no_such_route",
                        "There is no such operation",
                        "Nothing answers " + shortened(method) + " " + shortened(path) + ".",
                        "The operations are in /openapi.json.")
                .exception();
    }

    static ProblemException methodNotAllowed(String method, String allowed) {
        return Problem.of(
                        405,
                        "method_not_allowed",
                        "The path does not take this method",
                        "This path takes " + allowed + ", not " + shortened(method) + ".",
                        "Use one of the methods that the header 'allow' lists.")
                .with("allow", allowed)
                .exception();
    }

    private static String shortened(String id) {
        return id.length() <= 40 ? id : id.substring(0, 40) + "…";
    }
}
