package dev.berth.local.cli.api;

import dev.berth.event.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Reads lists page by page.
final class Pages {
    private static final int PAGE_ITEMS = 100;

    private Pages() {}

    /// @param path with or without a query
    /// @return `{"items": […]}`, of all pages, cut at the limit
    static JsonNode all(BerthApi api, String path, int limit) {
        ArrayNode items = Json.MAPPER.createArrayNode();
        String cursor = null;
        do {
            JsonNode page = api.get(pagePath(path, Math.min(PAGE_ITEMS, limit - items.size()), cursor))
                    .json();
            page.path("items").forEach(items::add);
            cursor = page.path("nextCursor").asString(null);
        } while (cursor != null && items.size() < limit);
        return Json.MAPPER.createObjectNode().set("items", items);
    }

    static <T> List<T> as(JsonNode list, Class<T> type) {
        return list.path("items")
                .valueStream()
                .map(item -> Json.MAPPER.treeToValue(item, type))
                .toList();
    }

    private static String pagePath(String path, int limit, @Nullable String cursor) {
        String query = "limit=" + limit + (cursor == null ? "" : "&cursor=" + Segment.of(cursor));
        return path + (path.contains("?") ? "&" : "?") + query;
    }
}
