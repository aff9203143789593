package dev.berth.local.cli.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The sessions of a control plane.
public final class Sessions {
    private static final String PATH = "/v1/sessions";
    private static final int PAGE_EVENTS = 1_000;

    private final BerthApi api;

    public Sessions(BerthApi api) {
        this.api = api;
    }

    public Answer start(SessionRequest request) {
        return api.create(PATH, request);
    }

    public Answer show(String id) {
        return api.get(path(id));
    }

    public Session get(String id) {
        return show(id).as(Session.class);
    }

    public JsonNode list(Map<String, String> filters, int limit) {
        String query = filters.entrySet().stream()
                .map(filter -> filter.getKey() + "=" + Segment.of(filter.getValue()))
                .collect(Collectors.joining("&"));
        return Pages.all(api, query.isEmpty() ? PATH : PATH + "?" + query, limit);
    }

    public static List<Session> in(JsonNode list) {
        return Pages.as(list, Session.class);
    }

    public Answer send(String id, String text, String mode) {
        return api.create(path(id) + "/messages", Map.of("text", text, "mode", mode));
    }

    public Answer stop(String id) {
        return api.act(path(id) + "/stop");
    }

    /// @param fresh without what was kept of its workspace
    public Answer resume(String id, boolean fresh) {
        String resume = path(id) + "/resume";
        return fresh ? api.act(resume, Map.of("workspace", "fresh")) : api.act(resume);
    }

    public Answer interrupt(String id) {
        return api.act(path(id) + "/interrupt");
    }

    public void delete(String id) {
        api.delete(path(id));
    }

    public Answer diff(String id) {
        return api.get(path(id) + "/diff");
    }

    public EventPage events(String id, long after, Duration wait) {
        String query = "/events?after=%d&limit=%d&wait=%d".formatted(after, PAGE_EVENTS, wait.toSeconds());
        return EventPage.of(api.get(path(id) + query, wait).json());
    }

    public LogBell bell(String id) {
        return new LogBell(api, id);
    }

    private static String path(String id) {
        return PATH + "/" + Segment.of(id);
    }
}
