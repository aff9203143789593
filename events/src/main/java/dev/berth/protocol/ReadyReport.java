package dev.berth.protocol;

import dev.berth.event.EventData.SandboxPhase;
import java.util.List;

/// `POST /sandbox/v1/ready`: the agent can be given work. Answered with a [SandboxAnswer]; may be repeated.
///
/// @param phases what the sandbox did to get here and how long each took (`boot`, `manifest`, `workspace`, `agent`)
public record ReadyReport(List<SandboxPhase> phases) {
    public ReadyReport {
        phases = List.copyOf(phases);
    }
}
