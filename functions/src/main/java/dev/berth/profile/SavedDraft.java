package dev.berth.profile;

import dev.berth.event.Actor;
import java.time.Instant;

/// A profile's one draft, as it was saved last.
///
/// @param revision rises with each save; what an edit names as the state it was made from
public record SavedDraft(ProfileKey profile, Draft content, long revision, Instant savedAt, Actor savedBy) {
    static SavedDraft first(ProfileKey profile, Instant now, Actor by) {
        return new SavedDraft(profile, Draft.EMPTY, 1, now, by);
    }

    SavedDraft edited(Draft next, Instant now, Actor by) {
        return new SavedDraft(profile, next, revision + 1, now, by);
    }
}
