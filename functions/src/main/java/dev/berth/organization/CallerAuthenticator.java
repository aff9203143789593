package dev.berth.organization;

import dev.berth.http.Authenticator;
import dev.berth.http.BearerToken;
import dev.berth.http.HttpRequest;
import dev.berth.http.Problems;
import org.jspecify.annotations.Nullable;

/// Knows callers by their API key, or by the sign-in that a browser made with one.
public final class CallerAuthenticator implements Authenticator<Caller> {
    private final ApiKeys keys;
    private final SignIns signIns;
    private final SignInCookie cookie;
    private final SameOrigin sameOrigin;

    public CallerAuthenticator(ApiKeys keys, SignIns signIns, String baseUrl) {
        this.keys = keys;
        this.signIns = signIns;
        this.cookie = new SignInCookie(baseUrl);
        this.sameOrigin = new SameOrigin(baseUrl);
    }

    @Override
    public Caller authenticate(HttpRequest request, @Nullable Scope scope) {
        var caller = BearerToken.of(request)
                .map(keys::bySecret)
                .orElseGet(() -> signedIn(request))
                .caller();
        if (scope != null && !caller.may(scope)) {
            throw Problems.forbidden(scope.wireName());
        }
        return caller;
    }

    private ApiKey signedIn(HttpRequest request) {
        var token = cookie.token(request)
                .orElseThrow(() -> Problems.unauthenticated("The request has no Authorization header."));
        sameOrigin.requireOf(request);
        return signIns.keyHash(token).flatMap(keys::byHash).orElseThrow(OrganizationProblems::signInEnded);
    }
}
