package dev.berth.sandbox;

import dev.berth.session.SessionKey;

/// Names one launch of a session's sandbox.
///
/// @param id `sbx_…`
/// @param generation which launch of the session it is, from 1
public record SandboxRef(String id, SessionKey session, int generation) {}
