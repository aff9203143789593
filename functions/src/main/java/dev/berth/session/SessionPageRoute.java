package dev.berth.session;

import dev.berth.http.Endpoint;
import dev.berth.http.HttpRequest;
import dev.berth.http.HttpResponse;
import dev.berth.organization.Caller;
import java.util.List;
import java.util.Map;

/// `GET /s/{session}`: where a View session link leads. Everybody gets the same page, whichever session is named and
/// whether it exists or not: what the page shows, it asks the API for with the browser's own sign-in.
public final class SessionPageRoute {
    private final PageDocument page = PageDocument.load("session");
    private final Map<String, String> headers;

    /// @param socketUrl where the page's socket connects
    public SessionPageRoute(String socketUrl) {
        this.headers = Map.of(
                "content-type", "text/html; charset=utf-8",
                "content-security-policy", page.contentSecurityPolicy(socketUrl),
                "x-content-type-options", "nosniff",
                "cross-origin-opener-policy", "same-origin",
                "referrer-policy", "no-referrer");
    }

    public List<Endpoint<Caller>> endpoints() {
        return List.of(Endpoint.open("GET /s/{session}", this::view));
    }

    private HttpResponse view(HttpRequest request) {
        return new HttpResponse(200, headers, page.html());
    }
}
