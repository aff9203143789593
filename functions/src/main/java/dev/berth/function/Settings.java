package dev.berth.function;

import dev.berth.profile.DraftPolicy;
import dev.berth.sandbox.FlushPolicy;
import java.time.Duration;

/// What an installation chooses, read once at start.
///
/// @param baseUrl where clients find it, without a slash at its end
/// @param sandboxUrl where sandboxes find `/sandbox/v1`
/// @param socketUrl where clients' WebSockets connect
/// @param sandboxSocketUrl where sandboxes' do
/// @param longestWait that a reader of events may ask for
public record Settings(
        String tableName,
        String baseUrl,
        String sandboxUrl,
        String socketUrl,
        String sandboxSocketUrl,
        Duration longestWait,
        FlushPolicy flushPolicy,
        DraftPolicy.Platform platform) {}
