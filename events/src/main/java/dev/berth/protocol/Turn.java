package dev.berth.protocol;

import dev.berth.event.MessageMode;

/// A turn to run: the answer (201) to `POST /sandbox/v1/turns`, which takes the next message and records
/// `turn.started` before the agent sees it; 204 when nothing is queued. Asked again while that turn is open, it answers
/// with that same turn. The sandbox ends it with a `turn.ended` event in a batch and has that batch acknowledged
/// before it asks for another.
///
/// @param turn `trn_…`
/// @param message `msg_…`
public record Turn(String turn, String message, String text, MessageMode mode) {}
