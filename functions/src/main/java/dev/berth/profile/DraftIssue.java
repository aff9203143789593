package dev.berth.profile;

/// Something in a draft that stops it from being published.
///
/// @param pointer JSON pointer into the draft
/// @param code stable and documented, `snake_case`
public record DraftIssue(String pointer, String code, String detail, String remedy) {}
