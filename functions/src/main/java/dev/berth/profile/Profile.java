package dev.berth.profile;

import dev.berth.event.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A sandbox profile: what its draft and its versions are called by.
///
/// @param newestVersion 0 before the first is published
/// @param deletedAt set on what is deleted and not yet removed
/// @param revision rises with each write
public record Profile(
        ProfileKey key,
        String name,
        @Nullable String description,
        int newestVersion,
        Instant createdAt,
        Actor createdBy,
        @Nullable Instant deletedAt,
        long revision) {

    static Profile created(ProfileKey key, String name, @Nullable String description, Instant now, Actor by) {
        return new Profile(key, name, description, 0, now, by, null, 1);
    }

    Profile published() {
        return new Profile(key, name, description, newestVersion + 1, createdAt, createdBy, deletedAt, revision + 1);
    }

    Profile deleted(Instant now) {
        return new Profile(key, name, description, newestVersion, createdAt, createdBy, now, revision + 1);
    }

    VersionKey newest() {
        return key.version(newestVersion);
    }
}
