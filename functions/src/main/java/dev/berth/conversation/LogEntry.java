package dev.berth.conversation;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.berth.event.Actor;
import dev.berth.event.EventData;
import dev.berth.event.SessionEvent;
import dev.berth.protocol.SandboxEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event before it has its place in the log.
public record LogEntry(
        Instant at,
        @Nullable String turn,
        Actor actor,

        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "type")
        EventData data) {

    /// Something that Berth itself has to say.
    public static LogEntry berth(Instant at, EventData data) {
        return new LogEntry(at, null, Actor.BERTH, data);
    }

    public static LogEntry of(SandboxEvent event) {
        return new LogEntry(event.at(), event.turn(), event.actor(), event.data());
    }

    SessionEvent at(long seq, int generation) {
        return new SessionEvent(seq, at, generation, turn, actor, data);
    }
}
