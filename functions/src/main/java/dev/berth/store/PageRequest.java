package dev.berth.store;

import org.jspecify.annotations.Nullable;

/// Which part of a list is asked for.
///
/// @param limit items at most
/// @param cursor where the page before ended; null for the first page
public record PageRequest(int limit, @Nullable String cursor) {}
