package dev.berth.conversation;

import dev.berth.event.EventData;
import dev.berth.event.SessionEvent;
import dev.berth.session.SessionKey;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was said in a session before, for an agent that begins anew: messages and answers, not every output.
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
        var text = log.read(session, from, EVENTS_READ).stream()
                .map(EarlierTranscript::line)
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

    private static @Nullable String line(SessionEvent event) {
        return switch (event.data()) {
            case EventData.MessageReceived message -> "[message] " + message.text();
            case EventData.AgentText text when !Boolean.TRUE.equals(text.partial()) -> "[agent] " + text.text();
            case EventData.TurnEnded ended -> "[turn ended: " + ended.outcome().wireName() + "]";
            default -> null;
        };
    }
}
