package dev.berth.local.data;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// What EventBridge puts around an event.
record Envelope(
        String version,
        String id,
        @JsonProperty("detail-type") String detailType,
        String source,
        String account,
        String time,
        String region,
        List<String> resources,
        Object detail) {

    Envelope(String id, String source, String detailType, String time, Object detail) {
        this("0", id, detailType, source, "000000000000", time, "local", List.of(), detail);
    }
}
