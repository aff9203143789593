package dev.berth.protocol;

import org.jspecify.annotations.Nullable;

/// What every answer to a sandbox carries, so that a lost wake-up loses nothing.
///
/// @param acknowledgedBatch the highest batch number of this generation that is in the log, 0 for none
/// @param flushAfterMillis send what was collected after this long at the latest
/// @param queuedMessages messages that wait for a turn: when more than 0 and no turn runs, ask for one
/// @param interruptTurn the running turn is to be ended; absent when none is
/// @param stop finish: end the agent, save output and diff, exit
public record SandboxAnswer(
        long acknowledgedBatch,
        int flushAfterMillis,
        int queuedMessages,
        @Nullable String interruptTurn,
        boolean stop) {}
