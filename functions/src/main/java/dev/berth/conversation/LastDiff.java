package dev.berth.conversation;

import dev.berth.session.SessionKey;

/// Which upload is a session's newest diff.
///
/// @param objectKey in the object store
public record LastDiff(SessionKey session, int generation, String objectKey) {}
