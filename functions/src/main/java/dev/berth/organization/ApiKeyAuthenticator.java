package dev.berth.organization;

import dev.berth.http.Authenticator;
import dev.berth.http.BearerToken;
import dev.berth.http.HttpRequest;
import dev.berth.http.Problems;
import org.jspecify.annotations.Nullable;

/// Knows callers by their API key.
public final class ApiKeyAuthenticator implements Authenticator<Caller> {
    private final ApiKeys keys;

    public ApiKeyAuthenticator(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public Caller authenticate(HttpRequest request, @Nullable Scope scope) {
        var token = BearerToken.of(request)
                .orElseThrow(() -> Problems.unauthenticated("The request has no Authorization header."));
        var secret = ApiKeySecret.parse(token).orElseThrow(OrganizationProblems::malformedKey);
        var caller = keys.byHash(secret.hash())
                .orElseThrow(OrganizationProblems::unknownKey)
                .caller();
        if (scope != null && !caller.may(scope)) {
            throw Problems.forbidden(scope.wireName());
        }
        return caller;
    }
}
