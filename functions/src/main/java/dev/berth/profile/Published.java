package dev.berth.profile;

import dev.berth.snapshot.Snapshot;

/// The version that a draft now is.
///
/// @param isNew this publication made it; otherwise it was there, with the same content
public record Published(ProfileVersion version, Draft content, Snapshot snapshot, boolean isNew) {}
