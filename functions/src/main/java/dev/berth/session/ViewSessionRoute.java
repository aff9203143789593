package dev.berth.session;

import dev.berth.http.Endpoint;
import dev.berth.http.HttpRequest;
import dev.berth.http.HttpResponse;
import dev.berth.organization.Caller;
import java.util.List;
import java.util.Map;

/// `GET /s/{session}`: where a View session link leads. An id is never a capability, so it answers alike whether the
/// session exists or not.
public final class ViewSessionRoute {
    private static final Map<String, String> STRICT = Map.of(
            "content-security-policy",
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
            "x-content-type-options",
            "nosniff",
            "referrer-policy",
            "no-referrer");

    public List<Endpoint<Caller>> endpoints() {
        return List.of(Endpoint.open("GET /s/{session}", this::view));
    }

    private HttpResponse view(HttpRequest request) {
        var page = """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <title>Berth session</title>
                <style>body { font: 16px/1.5 system-ui, sans-serif; max-width: 40em; margin: 4em auto }</style>
                <h1>A Berth session</h1>
                <p>You are not signed in here. On a machine with an API key, this shows the session, if your
                organization has it:</p>
                <pre>./berth session watch %s</pre>
                </html>
                """.formatted(request.pathParameter("session"));
        var response = HttpResponse.text(200, "text/html; charset=utf-8", page);
        for (var header : STRICT.entrySet()) {
            response = response.withHeader(header.getKey(), header.getValue());
        }
        return response;
    }
}
