package dev.berth.supervisor.agent;

import dev.berth.supervisor.process.Deadline;

/// One agent at work. One turn runs at a time; each that was started ends with one [AgentListener#turnEnded].
public interface AgentSession {
    /// Returns when the turn has begun.
    void startTurn(String text) throws InterruptedException;

    /// Ends the running turn and all it started: asks first, and forces it when the grace time is over. Nothing when
    /// no turn runs.
    void interrupt(Deadline grace) throws InterruptedException;

    /// Ends the agent with everything it ever started.
    void close() throws InterruptedException;
}
