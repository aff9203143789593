package dev.berth.supervisor.agent;

import dev.berth.protocol.AgentOption;
import dev.berth.supervisor.folder.CannotPrepare;
import java.util.List;

/// A kind of agent: how it is started, and how what it says becomes events. To add one, implement this and put it into
/// [RuntimeCatalog].
public interface AgentRuntime {
    /// As a profile names it.
    String name();

    /// What `agent.options` of a profile may say. A draft that says anything else is not published.
    List<AgentOption> options();

    /// Gets an agent ready to take turns.
    ///
    /// @throws CannotPrepare when something it needs is missing
    AgentSession open(AgentContext context, AgentListener listener) throws CannotPrepare, InterruptedException;
}
