package dev.berth.supervisor.control;

import dev.berth.event.Actor;
import dev.berth.event.EventData;
import dev.berth.event.EventData.CommandOutput;
import dev.berth.event.OutputStreamName;
import dev.berth.protocol.SandboxEvent;
import java.time.Instant;

/// Events of one turn.
final class EventFixtures {
    private EventFixtures() {}

    static SandboxEvent stdout(String text) {
        return event(new CommandOutput(null, OutputStreamName.STDOUT, text, null, null, null));
    }

    static SandboxEvent stderr(String text) {
        return event(new CommandOutput(null, OutputStreamName.STDERR, text, null, null, null));
    }

    static SandboxEvent event(EventData data) {
        return new SandboxEvent(Instant.EPOCH, "trn_1", Actor.AGENT, data);
    }
}
