package dev.berth.supervisor.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A request to the Responses API: a conversation so far.
///
/// @param authorization the header, empty when there was none
public record ModelRequest(JsonNode body, String authorization) {
    private static final Set<String> RESULTS = Set.of("function_call_output", "custom_tool_call_output");

    /// Two requests of the same conversation have the same.
    public String conversation() {
        return body.path("prompt_cache_key").asString("");
    }

    /// What the user said last.
    public String message() {
        return text(messages().getLast());
    }

    /// How many tools have given back something since then.
    public int results() {
        var items = items();
        return (int) items.subList(items.lastIndexOf(messages().getLast()), items.size()).stream()
                .filter(item -> RESULTS.contains(item.path("type").asString("")))
                .count();
    }

    /// What the last tool gave back.
    public String lastResult() {
        return items().getLast().path("output").toString();
    }

    /// Everything the user said, with what the agent says in the user's name.
    public List<String> userTexts() {
        return messages().stream().flatMap(ModelRequest::texts).toList();
    }

    private List<JsonNode> messages() {
        return items().stream()
                .filter(item -> item.path("role").asString("").equals("user"))
                .toList();
    }

    private List<JsonNode> items() {
        return body.path("input").valueStream().toList();
    }

    /// Of its parts, the last: those before are of the agent.
    private static String text(JsonNode message) {
        return texts(message).reduce("", (_, last) -> last);
    }

    private static Stream<String> texts(JsonNode message) {
        return message.path("content").valueStream().map(part -> part.path("text")
                .asString(""));
    }
}
