package dev.berth.local.conformance;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/// A client of the control plane that holds each answer against the document and notes it.
///
/// @param bearer what it authenticates with; empty for nobody
record Api(URI url, HttpClient http, Document document, Ledger ledger, String bearer) {
    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(10);

    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECTED_WITHIN)
                .build();
    }

    Api as(String other) {
        return new Api(url, http, document, ledger, other);
    }

    /// @param pathParameters in the order of the path
    Call call(String routeKey, Object... pathParameters) {
        return new Call(this, routeKey, pathParameters);
    }

    Reply held(Reply reply) {
        document.hold(reply);
        ledger.note(reply.routeKey(), document.status(reply));
        return reply;
    }
}
