package dev.berth.local.workflow;

/// A function to be called.
///
/// @param token of the attempt that it belongs to
public record Invocation(String token, String function, String payload) {}
