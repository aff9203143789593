package dev.berth.local.cli.api;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// Events of a session's log, as they came.
public record EventPage(List<JsonNode> items, long lastEventSeq) {
    public EventPage {
        items = List.copyOf(items);
    }

    static EventPage of(JsonNode answer) {
        return new EventPage(
                answer.path("items").valueStream().toList(),
                answer.path("lastEventSeq").asLong(0));
    }
}
