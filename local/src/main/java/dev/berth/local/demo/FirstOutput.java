package dev.berth.local.demo;

import dev.berth.event.EventData;
import dev.berth.event.SessionEvent;
import dev.berth.local.cli.Invocation;
import java.time.Duration;
import java.time.Instant;

/// When the first thing that the agent said or printed was seen here.
final class FirstOutput {
    private final Invocation invocation;
    private final Instant asked;
    private Duration after = Duration.ZERO;

    FirstOutput(Invocation invocation, Instant asked) {
        this.invocation = invocation;
        this.asked = asked;
    }

    void see(SessionEvent event) {
        boolean output = event.data() instanceof EventData.CommandOutput || event.data() instanceof EventData.AgentText;
        if (output && after.isZero()) {
            after = Duration.between(asked, invocation.clock().instant());
        }
    }

    Duration after() {
        return after;
    }
}
