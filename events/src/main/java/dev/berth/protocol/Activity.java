package dev.berth.protocol;

/// How busy the sandbox is, as a length of time and not as a time of day, so that clocks need not agree.
/// `POST /sandbox/v1/heartbeats` has it as its body and is answered with a [SandboxAnswer].
///
/// @param idleMillis since the agent last did anything; 0 while a turn or a tool call runs
public record Activity(long idleMillis) {
    public static final Activity BUSY = new Activity(0);
}
