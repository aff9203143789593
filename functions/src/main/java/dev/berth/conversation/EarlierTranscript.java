package dev.berth.conversation;

import dev.berth.event.EventData;
import dev.berth.event.SessionEvent;
import dev.berth.session.SessionKey;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was said in a session before, for an agent that begins anew: messages and answers, not every output. A message
/// that no turn has begun with yet is still to come.
public final class EarlierTranscript {
    private static final int EVENTS_READ = 5_000;
    private static final int MAX_CHARACTERS = 48_000;

    private final EventLog log;

    public EarlierTranscript(EventLog log) {
        this.log = log;
    }

    /// The newest part of it that fits; null when nothing was said.
    public @Nullable String of(SessionKey session) {
        var from = Math.max(0, log.tail(session).lastSeq() - EVENTS_READ);
        var events = log.read(session, from, EVENTS_READ);
        var handled = handled(events);
        var text = events.stream()
                .map(event -> line(event, handled))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n\n"));
        if (text.isEmpty()) {
            return null;
        }
        return text.length() <= MAX_CHARACTERS ? text : "…" + newest(text);
    }

    /// Never the second half of a character.
    private static String newest(String text) {
        var from = text.length() - MAX_CHARACTERS;
        return text.substring(Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from);
    }

    private static Set<String> handled(List<SessionEvent> events) {
        return events.stream()
                .map(SessionEvent::data)
                .filter(EventData.TurnStarted.class::isInstance)
                .map(started -> ((EventData.TurnStarted) started).message())
                .collect(Collectors.toSet());
    }

    private static @Nullable String line(SessionEvent event, Set<String> handled) {
        return switch (event.data()) {
            case EventData.MessageReceived message
            when handled.contains(message.message()) -> "[message] " + message.text();
            case EventData.AgentText text when !Boolean.TRUE.equals(text.partial()) -> "[agent] " + text.text();
            case EventData.TurnEnded ended -> "[turn ended: " + ended.outcome().wireName() + "]";
            default -> null;
        };
    }
}
