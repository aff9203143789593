package dev.berth.profile;

import dev.berth.event.Actor;
import dev.berth.store.BerthStore;
import dev.berth.store.Optimistic;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Saves a draft over the state it was made from, so that of two people who edit at once neither loses an edit
/// without being told.
public final class SaveDraft {
    private final Profiles profiles;
    private final Drafts drafts;
    private final Clock clock;

    public SaveDraft(BerthStore store, Clock clock) {
        this.profiles = new Profiles(store);
        this.drafts = new Drafts(store);
        this.clock = clock;
    }

    public SavedDraft save(ProfileKey profile, Draft content, @Nullable String ifMatch, Actor by) {
        profiles.get(profile);
        return Optimistic.retry(() -> attempt(drafts.get(profile), content, ifMatch, by));
    }

    /// A save that is repeated, because its answer was lost, finds its own content there and is no conflict.
    private Optional<SavedDraft> attempt(SavedDraft current, Draft content, @Nullable String ifMatch, Actor by) {
        var matches = DraftTag.matches(ifMatch, current);
        if (current.content().equals(content)) {
            return Optional.of(current);
        }
        if (!matches) {
            throw ProfileProblems.draftChanged(current);
        }
        var edited = current.edited(content, clock.instant(), by);
        return drafts.replace(current, edited) ? Optional.of(edited) : Optional.empty();
    }
}
