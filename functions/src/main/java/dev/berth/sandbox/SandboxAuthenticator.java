package dev.berth.sandbox;

import dev.berth.http.Authenticator;
import dev.berth.http.BearerToken;
import dev.berth.http.HttpRequest;
import dev.berth.organization.Scope;
import org.jspecify.annotations.Nullable;

/// Knows sandboxes by the secret each made for itself.
public final class SandboxAuthenticator implements Authenticator<SandboxCaller> {
    private final SandboxTokenCheck tokens;

    public SandboxAuthenticator(SandboxTokenCheck tokens) {
        this.tokens = tokens;
    }

    @Override
    public SandboxCaller authenticate(HttpRequest request, @Nullable Scope scope) {
        return tokens.check(BearerToken.of(request).orElseThrow(SandboxProblems::unknownToken));
    }
}
