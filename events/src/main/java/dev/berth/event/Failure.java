package dev.berth.event;

/// What went wrong, in words a person can act on.
///
/// @param code stable and documented, `snake_case`
/// @param detail what happened, naming the thing it happened to
/// @param remedy what to do next
public record Failure(String code, String detail, String remedy, MustAct mustAct) {}
