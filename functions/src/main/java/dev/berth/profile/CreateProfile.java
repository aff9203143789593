package dev.berth.profile;

import dev.berth.organization.Caller;
import dev.berth.organization.Ids;
import dev.berth.store.BerthStore;
import dev.berth.store.Optimistic;
import dev.berth.store.Transaction;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Makes a profile with an empty draft, under a name that no other profile of its organization has.
public final class CreateProfile {
    private final BerthStore store;
    private final Profiles profiles;
    private final Drafts drafts;
    private final Ids ids;
    private final Clock clock;

    public CreateProfile(BerthStore store, Ids ids, Clock clock) {
        this.store = store;
        this.profiles = new Profiles(store);
        this.drafts = new Drafts(store);
        this.ids = ids;
        this.clock = clock;
    }

    /// @param alsoWrite adds to the transaction what has to become true together with the profile
    public Profile create(
            Caller caller, String name, @Nullable String description, BiConsumer<Transaction, Profile> alsoWrite) {
        var profile = profile(caller, name, description);
        return Optimistic.retry(() -> {
            var transaction = profiles.insert(store.transaction(), profile);
            drafts.insert(transaction, SavedDraft.first(profile.key(), profile.createdAt(), profile.createdBy()));
            alsoWrite.accept(transaction, profile);
            return transaction.commit() ? Optional.of(profile) : Optional.empty();
        });
    }

    private Profile profile(Caller caller, String name, @Nullable String description) {
        var key = new ProfileKey(caller.organization(), ids.next("prf"));
        return Profile.created(key, name, description, clock.instant(), caller.actor());
    }
}
