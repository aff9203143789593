package dev.berth.supervisor.control;

import dev.berth.event.EventData;
import dev.berth.event.EventData.AgentText;
import dev.berth.event.EventData.CommandOutput;
import dev.berth.protocol.Protocol;
import dev.berth.protocol.SandboxEvent;
import dev.berth.supervisor.output.TextSize;
import java.util.Objects;
import java.util.Optional;

/// Puts together the pieces of a text that came one after the other.
final class StreamedText {
    private StreamedText() {}

    /// Both as one event; empty when they do not belong together or would be too long.
    static Optional<SandboxEvent> joined(SandboxEvent first, SandboxEvent second) {
        if (!Objects.equals(first.turn(), second.turn()) || !first.actor().equals(second.actor())) {
            return Optional.empty();
        }
        return joined(first.data(), second.data())
                .map(data -> new SandboxEvent(first.at(), first.turn(), first.actor(), data));
    }

    private static Optional<EventData> joined(EventData first, EventData second) {
        if (first instanceof CommandOutput a && second instanceof CommandOutput b && continues(a, b)) {
            return Optional.of(new CommandOutput(a.call(), a.stream(), a.text() + b.text(), null, null, null));
        }
        if (first instanceof AgentText a && second instanceof AgentText b && continues(a, b)) {
            return Optional.of(new AgentText(a.item(), a.text() + b.text(), true, null, null, null));
        }
        return Optional.empty();
    }

    private static boolean continues(CommandOutput a, CommandOutput b) {
        return a.stream() == b.stream()
                && Objects.equals(a.call(), b.call())
                && a.url() == null
                && b.url() == null
                && fit(a.text(), b.text());
    }

    private static boolean continues(AgentText a, AgentText b) {
        return Boolean.TRUE.equals(a.partial())
                && Boolean.TRUE.equals(b.partial())
                && a.item().equals(b.item())
                && fit(a.text(), b.text());
    }

    private static boolean fit(String a, String b) {
        return TextSize.utf8(a) + TextSize.utf8(b) <= Protocol.MAX_TEXT_BYTES;
    }
}
