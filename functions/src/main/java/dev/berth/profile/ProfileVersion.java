package dev.berth.profile;

import dev.berth.event.Actor;
import java.time.Instant;

/// That a draft was published. Its content is kept apart: lists do without it. Neither ever changes.
public record ProfileVersion(VersionKey key, Instant publishedAt, Actor publishedBy) {}
