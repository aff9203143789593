package dev.berth.organization;

import dev.berth.event.Actor;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/// An API key, without its text.
///
/// @param hash of the text, by which a call finds it
public record ApiKey(String id, String organization, String hash, String name, Set<Scope> scopes, Instant createdAt) {
    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    public Caller caller() {
        return new Caller(organization, Actor.apiKey(id), scopes);
    }

    /// In the order of their declaration, so that answers and rows do not vary.
    public Set<Scope> orderedScopes() {
        var ordered = EnumSet.noneOf(Scope.class);
        ordered.addAll(scopes);
        return ordered;
    }
}
