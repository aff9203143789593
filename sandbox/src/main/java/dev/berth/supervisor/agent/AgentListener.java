package dev.berth.supervisor.agent;

import dev.berth.event.EventData;
import dev.berth.event.OutputStreamName;

/// Told what an agent does, on whatever thread learns of it. A call may wait: an agent that talks faster than its words
/// can be kept is slowed down by that.
public interface AgentListener {
    /// The agent's own events: its text, tool calls and their results.
    void event(EventData data);

    /// What the turn's command printed. The bytes may be used only during the call.
    void output(OutputStreamName stream, byte[] bytes, int offset, int length);

    void turnEnded(EventData.TurnEnded end);
}
