package dev.berth.http;

import java.util.Optional;
import java.util.regex.Pattern;

/// What a request has after `Authorization: Bearer`.
public final class BearerToken {
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/=-]+) *");

    private BearerToken() {}

    /// Empty when there is no such header.
    ///
    /// @throws ProblemException 401 when the header holds something else
    public static Optional<String> of(HttpRequest request) {
        var header = request.header("authorization");
        if (header == null) {
            return Optional.empty();
        }
        var match = BEARER.matcher(header);
        if (!match.matches()) {
            throw Problems.unauthenticated("The Authorization header is not 'Bearer <token>'.");
        }
        return Optional.of(match.group(1));
    }
}
