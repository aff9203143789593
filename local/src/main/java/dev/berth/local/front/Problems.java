package dev.berth.local.front;

import dev.berth.event.Json;
import dev.berth.http.Problem;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// The errors that the front answers by itself, before or after a function.
final class Problems {
    /// What reaches a function has the function's own.
    private static final String REQUEST_ID = "berth-request-id";

    static final Problem INTERNAL = Problem.of(
            500,
            "internal",
            "Internal error",
            "The request failed inside Berth.",
            "Try again; when it stays, look into the control plane's log.");

    static final Problem LINK_REFUSED = Problem.of(
            403,
            "link_refused",
            "The link opens nothing",
            "The link was altered, has expired, or does not allow this method.",
            "Ask for a new link.");

    static final Problem OBJECT_ABSENT = Problem.of(
            404, "object_absent", "No such object", "Nothing is stored under this link.", "Ask for a new link.");

    static final Problem OTHER_CONTENT = Problem.of(
            400,
            "checksum_differs",
            "The content is not what the link is for",
            "What arrived has another checksum than the link was asked with.",
            "Send it again; when the content has changed, ask for a new link.");

    static final Problem NOT_A_SOCKET = Problem.of(
            426,
            "upgrade_required",
            "This is a WebSocket",
            "The request does not ask for an upgrade to WebSocket.",
            "Connect with a WebSocket client.");

    static final Problem NOT_FOR_SANDBOXES = Problem.of(
            404,
            "not_for_sandboxes",
            "Not found here",
            "At this address only sandboxes are answered.",
            "Call the control plane at the address that 'berth up' says.");

    private Problems() {}

    static Problem tooLarge(long maxBytes) {
        return Problem.of(
                413,
                "body_too_large",
                "The body is too large",
                "A body here holds at most " + maxBytes + " bytes.",
                "Send less.");
    }

    /// What the HTTP parser refuses before anybody is asked.
    static Problem unreadable(int status, String reason) {
        return Problem.of(
                status,
                status == 500 ? "internal" : "unreadable_request",
                status == 500 ? "Internal error" : "The request cannot be read",
                reason + ".",
                "Mend the request: its path, its headers or its encoding.");
    }

    static void write(Problem problem, Response response, Callback callback) {
        var requestId = UUID.randomUUID().toString();
        response.setStatus(problem.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(REQUEST_ID, requestId);
        response.write(
                true, ByteBuffer.wrap(Json.MAPPER.writeValueAsBytes(problem.with("requestId", requestId))), callback);
    }
}
