package dev.berth.snapshot;

import dev.berth.profile.VersionKey;
import java.time.Instant;

/// Which version a build is for: a substrate tells of a build's end by its id alone.
record BuildOwner(String build, VersionKey version, Instant requestedAt) {}
