package dev.berth.profile;

/// What a draft was when it was published.
record VersionContent(VersionKey key, Draft content) {}
