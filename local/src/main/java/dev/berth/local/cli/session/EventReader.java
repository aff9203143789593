package dev.berth.local.cli.session;

import dev.berth.event.Json;
import dev.berth.event.SessionEvent;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads an event; a type that a newer control plane tells and this version does not know is passed over.
final class EventReader {
    private EventReader() {}

    static Optional<SessionEvent> read(JsonNode event) {
        try {
            return Optional.of(Json.MAPPER.treeToValue(event, SessionEvent.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
