package dev.berth.snapshot;

import org.jspecify.annotations.Nullable;

public interface StartableVersions {
    Startability find(String organization, String profile, @Nullable Integer version);
}
