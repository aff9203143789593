package dev.berth.supervisor.codex;

import static dev.berth.supervisor.codex.Fields.name;
import static dev.berth.supervisor.codex.Fields.nameOrNull;
import static dev.berth.supervisor.codex.Fields.number;
import static dev.berth.supervisor.codex.Fields.text;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One thing that codex does in a turn, as `item/started` and `item/completed` tell of it.
sealed interface Item {
    String id();

    record Message(String id, String text) implements Item {}

    /// @param processId names it when it is to be ended
    /// @param exitCode of one that ended by itself
    record Command(
            String id,
            String script,
            String cwd,
            @Nullable String processId,
            boolean succeeded,
            String output,
            @Nullable Integer exitCode)
            implements Item {}

    record FileChange(String id, List<Change> changes, boolean succeeded) implements Item {}

    /// A call of a tool that has no item type of its own.
    record ToolUse(String id, String name, JsonNode input, boolean succeeded, String output) implements Item {}

    /// Nothing that anybody is told of.
    record Other(String id, String type) implements Item {}

    /// @param kind `add`, `delete` or `update`
    /// @param movedTo of a file that was renamed
    record Change(String path, String kind, @Nullable String movedTo, String diff) {
        static Change of(JsonNode change) {
            var kind = change.path("kind");
            return new Change(
                    name(change, "path"), name(kind, "type"), nameOrNull(kind, "move_path"), text(change, "diff"));
        }
    }

    static Item of(JsonNode item) {
        var id = name(item, "id");
        var succeeded = name(item, "status").equals("completed");
        return switch (name(item, "type")) {
            case "agentMessage" -> new Message(id, text(item, "text"));
            case "commandExecution" -> command(item, id, succeeded);
            case "fileChange" ->
                new FileChange(
                        id, item.path("changes").valueStream().map(Change::of).toList(), succeeded);
            case "mcpToolCall" ->
                new ToolUse(
                        id,
                        name(item, "server") + "." + name(item, "tool"),
                        item.path("arguments"),
                        succeeded,
                        outcome(item));
            case "dynamicToolCall" ->
                new ToolUse(id, name(item, "tool"), item.path("arguments"), succeeded, outcome(item));
            case "webSearch" -> new ToolUse(id, "web_search", item.path("action"), true, "");
            case String other -> new Other(id, other);
        };
    }

    private static Command command(JsonNode item, String id, boolean succeeded) {
        var exitCode = number(item, "exitCode");
        return new Command(
                id,
                ShellCommand.script(text(item, "command")),
                name(item, "cwd"),
                nameOrNull(item, "processId"),
                succeeded,
                text(item, "aggregatedOutput"),
                exitCode == null || exitCode < 0 ? null : exitCode);
    }

    private static String outcome(JsonNode item) {
        var error = item.path("error");
        return error.isObject()
                ? text(error, "message")
                : item.path("result")
                        .path("content")
                        .valueStream()
                        .map(part -> text(part, "text"))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n"));
    }
}
