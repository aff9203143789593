package dev.berth.profile;

import dev.berth.store.BerthStore;
import dev.berth.store.Optimistic;
import java.time.Clock;
import java.util.Optional;

/// Deletes a profile and frees its name. Sessions that run go on; what was built for it is removed by the sweep.
public final class DeleteProfile {
    private final BerthStore store;
    private final Profiles profiles;
    private final Clock clock;

    public DeleteProfile(BerthStore store, Clock clock) {
        this.store = store;
        this.profiles = new Profiles(store);
        this.clock = clock;
    }

    public Profile delete(ProfileKey key) {
        return Optimistic.retry(() -> {
            var profile = profiles.get(key);
            var deleted = profile.deleted(clock.instant());
            var transaction = profiles.replace(store.transaction(), profile, deleted);
            return profiles.freeName(transaction, profile).commit() ? Optional.of(deleted) : Optional.empty();
        });
    }
}
