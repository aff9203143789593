package dev.berth.profile;

import dev.berth.event.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The contract's `Profile`.
///
/// @param latestVersion absent before the first is published
record ProfileView(
        String id,
        String name,
        @Nullable String description,
        @Nullable Integer latestVersion,
        Instant createdAt,
        Actor createdBy) {
    static ProfileView of(Profile profile) {
        return new ProfileView(
                profile.key().profile(),
                profile.name(),
                profile.description(),
                profile.newestVersion() == 0 ? null : profile.newestVersion(),
                profile.createdAt(),
                profile.createdBy());
    }
}
