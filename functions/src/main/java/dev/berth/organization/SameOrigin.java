package dev.berth.organization;

import dev.berth.http.HttpRequest;
import java.net.URI;
import java.util.Set;

/// Whether a request was sent by a page of Berth's own: what a cookie allows must not be done by another site's page.
final class SameOrigin {
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");

    private final String origin;

    /// @param baseUrl where clients find Berth
    SameOrigin(String baseUrl) {
        var url = URI.create(baseUrl);
        this.origin = url.getScheme() + "://" + url.getRawAuthority();
    }

    /// A request that may change something says, as browsers do, that it comes from here.
    ///
    /// @throws dev.berth.http.ProblemException 403 when it does not
    void requireOf(HttpRequest request) {
        if (!SAFE_METHODS.contains(request.method()) && !isFromHere(request)) {
            throw OrganizationProblems.crossSite();
        }
    }

    /// A request does not say that it comes from elsewhere. What is no browser says nothing.
    ///
    /// @throws dev.berth.http.ProblemException 403 when it does
    void refuseElsewhere(HttpRequest request) {
        var saysWhere = request.header("sec-fetch-site") != null || request.header("origin") != null;
        if (saysWhere && !isFromHere(request)) {
            throw OrganizationProblems.crossSite();
        }
    }

    private boolean isFromHere(HttpRequest request) {
        var site = request.header("sec-fetch-site");
        return site == null ? origin.equals(request.header("origin")) : site.equals("same-origin");
    }
}
