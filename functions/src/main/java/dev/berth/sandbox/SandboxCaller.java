package dev.berth.sandbox;

import dev.berth.session.Session;

/// A sandbox that has proved who it is, and whose generation is the current one.
///
/// @param session as read when the call came
public record SandboxCaller(Sandbox sandbox, Session session) {}
