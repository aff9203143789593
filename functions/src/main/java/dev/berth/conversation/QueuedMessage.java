package dev.berth.conversation;

import dev.berth.event.Actor;
import dev.berth.event.MessageMode;
import dev.berth.session.SessionKey;
import java.time.Instant;

/// A message that waits for its turn.
///
/// @param number counts the session's messages, from 1
/// @param id `msg_…`
public record QueuedMessage(
        SessionKey session, long number, String id, String text, MessageMode mode, Actor sender, Instant at) {}
