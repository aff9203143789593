package dev.berth.profile;

import dev.berth.event.Actor;
import java.time.Instant;

/// What a draft was when it was published. Never changes.
public record ProfileVersion(VersionKey key, Draft content, Instant publishedAt, Actor publishedBy) {}
