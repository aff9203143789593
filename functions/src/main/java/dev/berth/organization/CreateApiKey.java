package dev.berth.organization;

import java.time.Clock;
import java.util.Set;
import java.util.function.Supplier;

/// Makes an API key; nobody gives more than they have.
public final class CreateApiKey {
    private final ApiKeys keys;
    private final Ids ids;
    private final Clock clock;
    private final Supplier<ApiKeySecret> secrets;

    public CreateApiKey(ApiKeys keys, Ids ids, Clock clock, Supplier<ApiKeySecret> secrets) {
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
        this.secrets = secrets;
    }

    public Created create(Caller caller, String name, Set<Scope> scopes) {
        scopes.stream().filter(scope -> !caller.may(scope)).findFirst().ifPresent(scope -> {
            throw OrganizationProblems.scopeNotHeld(scope);
        });
        var secret = secrets.get();
        var key = new ApiKey(ids.next("key"), caller.organization(), secret.hash(), name, scopes, clock.instant());
        keys.insert(key);
        return new Created(key, secret);
    }

    /// @param secret to be shown once
    public record Created(ApiKey key, ApiKeySecret secret) {}
}
