package dev.berth.organization;

import dev.berth.event.Actor;
import java.util.Set;

/// Who is calling, once that is known.
public record Caller(String organization, Actor actor, Set<Scope> scopes) {
    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope) || scopes.contains(Scope.ADMIN);
    }
}
