package dev.berth.function;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.berth.event.Json;
import java.io.InputStream;
import tools.jackson.databind.JsonNode;

/// An event as EventBridge delivers it, as far as Berth reads it.
///
/// @param source who put it on the bus
record BusEnvelope(
        String id,
        String source,
        @JsonProperty("detail-type") String detailType,
        JsonNode detail) {

    /// @throws IllegalArgumentException when it is none: nothing else calls these functions
    static BusEnvelope read(InputStream input) {
        var event = Json.MAPPER.readValue(input, BusEnvelope.class);
        if (event == null || event.detailType() == null || event.detail() == null) {
            throw new IllegalArgumentException("This is no event of EventBridge: it has no detail-type or no detail");
        }
        return event;
    }
}
