package dev.berth.local.bench.paper;

import dev.berth.event.Json;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Makes the calls of a browser that shows one session: it is woken through its socket and reads what is new.
final class PaperViewer {
    private final PaperControlPlane controlPlane;
    private final String session;
    private long seen;

    private PaperViewer(PaperControlPlane controlPlane, String session) {
        this.controlPlane = controlPlane;
        this.session = session;
    }

    /// From its ticket to what it is shown first.
    static PaperViewer watching(PaperControlPlane controlPlane, String session) {
        PaperViewer viewer = new PaperViewer(controlPlane, session);
        String ticket = controlPlane
                .api
                .request("POST /v1/socket-tickets", "/v1/socket-tickets", controlPlane.key.text(), Map.of())
                .path("ticket")
                .asString();
        viewer.socket(Map.of("queryStringParameters", Map.of("ticket", ticket)), "$connect");
        viewer.socket(Map.of("body", Json.MAPPER.writeValueAsString(Map.of("watch", session))), "$default");
        controlPlane.api.request(
                "GET /v1/sessions/{session}", "/v1/sessions/" + session, controlPlane.key.text(), null);
        viewer.read();
        return viewer;
    }

    /// What each wake-up makes it do.
    void read() {
        JsonNode page = controlPlane.api.request(
                "GET /v1/sessions/{session}/events",
                "/v1/sessions/%s/events".formatted(session),
                Map.of("after", Long.toString(seen)),
                controlPlane.key.text(),
                null);
        for (JsonNode event : page.path("items")) {
            seen = Math.max(seen, event.path("seq").asLong(seen));
        }
    }

    private void socket(Map<String, Object> more, String routeKey) {
        Map<String, Object> event = new HashMap<>(more);
        event.put("requestContext", Map.of("connectionId", "socket-of-a-viewer", "routeKey", routeKey));
        controlPlane.sockets.invoke(Json.MAPPER.writeValueAsBytes(event));
    }
}
