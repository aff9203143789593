package dev.berth.local.cli.session;

import dev.berth.event.SessionEvent;
import dev.berth.local.cli.terminal.JsonText;
import dev.berth.local.cli.terminal.Terminal;
import dev.berth.local.cli.transcript.Transcript;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Where events go that are read from a session's log.
@FunctionalInterface
public interface EventSink {
    /// @param event what was understood of it, if anything
    void accept(JsonNode raw, Optional<SessionEvent> event);

    /// One JSON document a line, as it came.
    static EventSink jsonLines(Terminal terminal) {
        return (raw, event) -> terminal.printLine(JsonText.line(raw));
    }

    static EventSink transcript(Terminal terminal) {
        Transcript transcript = new Transcript(terminal.style(), terminal.interactive());
        return (raw, event) -> event.ifPresent(known -> terminal.print(transcript.render(known)));
    }
}
