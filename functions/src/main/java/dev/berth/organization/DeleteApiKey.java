package dev.berth.organization;

import dev.berth.http.Problems;
import dev.berth.store.Optimistic;
import java.util.Optional;

/// Deletes an API key, but never an organization's last one that administers: one more is asked to be there by the very
/// transaction that deletes, so that of two who delete the last two, one is refused.
public final class DeleteApiKey {
    private final ApiKeys keys;

    public DeleteApiKey(ApiKeys keys) {
        this.keys = keys;
    }

    public void delete(Caller caller, String id) {
        var key = keys.find(caller.organization(), id).orElseThrow(() -> Problems.notFound("key", id));
        if (key.scopes().contains(Scope.ADMIN)) {
            Optimistic.retry(() -> deleteAdmin(key));
        } else {
            keys.delete(key);
        }
    }

    private Optional<ApiKey> deleteAdmin(ApiKey key) {
        if (keys.byHash(key.hash()).isEmpty()) {
            return Optional.of(key);
        }
        var other = keys.anotherAdmin(key).orElseThrow(OrganizationProblems::lastAdminKey);
        return keys.deleteWhile(key, other) ? Optional.of(key) : Optional.empty();
    }
}
