package dev.berth.http;

import dev.berth.store.InvalidCursorException;
import dev.berth.store.Optimistic.ContentionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one table from what is thrown to what the caller is told.
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static HttpResponse response(RuntimeException failure, String requestId) {
        var problem = problem(failure);
        if (problem.status() == 500) {
            LOG.error("Request {} failed", requestId, failure);
        }
        return withHeaders(problem, problem.with("requestId", requestId).response());
    }

    private static Problem problem(RuntimeException failure) {
        return switch (failure) {
            case ProblemException named -> named.problem();
            case InvalidCursorException cursor -> Problems.invalidCursor().problem();
            case ContentionException contention -> Problems.busy().problem();
            default -> Problems.internal().problem();
        };
    }

    private static HttpResponse withHeaders(Problem problem, HttpResponse response) {
        return switch (problem.status()) {
            case 401 -> response.withHeader("www-authenticate", "Bearer realm=\"berth\"");
            case 405 ->
                response.withHeader("allow", String.valueOf(problem.extra().get("allow")));
            case 429, 503 -> response.withHeader("retry-after", "1");
            default -> response;
        };
    }
}
