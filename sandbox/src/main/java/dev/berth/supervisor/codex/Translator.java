package dev.berth.supervisor.codex;

import dev.berth.event.EventData;
import dev.berth.event.EventData.AgentText;
import dev.berth.event.EventData.CommandOutput;
import dev.berth.event.EventData.FileChanged;
import dev.berth.event.EventData.ToolCall;
import dev.berth.event.EventData.ToolResult;
import dev.berth.event.Json;
import dev.berth.event.OutputStreamName;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/// Makes session events of what codex tells. Tools are called what the model calls them.
record Translator(Paths paths) {
    private static final String COMMAND = "exec_command";
    private static final String PATCH = "apply_patch";
    private static final int INPUT_BYTES = 8 * 1024;

    /// The comparison of the workspace tells of more.
    private static final int FILES_LISTED = 100;

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    List<EventData> events(Notification notification) {
        return switch (notification) {
            case Notification.TextPiece(var item, var text) ->
                List.of(new AgentText(item, text, true, null, null, null));
            case Notification.OutputPiece(var item, var text) ->
                List.of(new CommandOutput(item, OutputStreamName.STDOUT, text, null, null, null));
            case Notification.ItemStarted(var item) -> started(item);
            case Notification.ItemEnded(var item) -> ended(item);
            case Notification.ModelFailed(var error, var willRetry)
            when willRetry -> List.of(EventData.Error.of(ModelFault.retry(error)));
            case Notification.Warned(var message) -> List.of(EventData.Error.of(ModelFault.warning(message)));
            case Notification.ModelFailed _,
                    Notification.TurnStarted _,
                    Notification.TurnEnded _,
                    Notification.TokensUsed _,
                    Notification.Other _ -> List.of();
        };
    }

    private List<EventData> started(Item item) {
        return switch (item) {
            case Item.Command command ->
                List.of(new ToolCall(
                        command.id(),
                        COMMAND,
                        Map.of("command", Fields.cut(command.script(), INPUT_BYTES), "cwd", command.cwd())));
            case Item.FileChange change -> List.of(new ToolCall(change.id(), PATCH, Map.of("files", files(change))));
            case Item.ToolUse use -> List.of(new ToolCall(use.id(), use.name(), input(use.input())));
            case Item.Message _, Item.Other _ -> List.of();
        };
    }

    private List<EventData> ended(Item item) {
        return switch (item) {
            case Item.Message(var id, var text) -> List.of(new AgentText(id, text, null, null, null, null));
            case Item.Command command ->
                List.of(result(command.id(), command.succeeded(), command.exitCode(), command.output()));
            case Item.FileChange change -> changed(change);
            case Item.ToolUse use -> List.of(result(use, use.succeeded(), use.output()));
            case Item.Other _ -> List.of();
        };
    }

    private List<EventData> changed(Item.FileChange change) {
        var result = result(change, change.succeeded(), PatchText.of(change.changes(), paths));
        return change.succeeded()
                ? Stream.concat(change.changes().stream().limit(FILES_LISTED).flatMap(this::changed), Stream.of(result))
                        .toList()
                : List.of(result);
    }

    private Stream<EventData> changed(Item.Change change) {
        var path = paths.shown(change.path());
        if (change.movedTo() != null) {
            return Stream.of(new FileChanged(path, "deleted"), new FileChanged(paths.shown(change.movedTo()), "added"));
        }
        return Stream.of(new FileChanged(
                path,
                switch (change.kind()) {
                    case "add" -> "added";
                    case "delete" -> "deleted";
                    default -> "modified";
                }));
    }

    private List<String> files(Item.FileChange change) {
        return change.changes().stream()
                .limit(FILES_LISTED)
                .map(each -> paths.shown(each.path()))
                .toList();
    }

    private static ToolResult result(Item item, boolean succeeded, String output) {
        return result(item.id(), succeeded, null, output);
    }

    static ToolResult result(String call, boolean succeeded, @Nullable Integer exitCode, String output) {
        return new ToolResult(call, succeeded ? "completed" : "failed", exitCode, output, null, null, null);
    }

    /// As it is, unless it is too much for one event.
    private static Map<String, Object> input(JsonNode input) {
        var text = input.toString();
        if (text.length() > INPUT_BYTES) {
            return Map.of("input", Fields.cut(text, INPUT_BYTES));
        }
        return input.isObject() ? Json.MAPPER.convertValue(input, OBJECT) : Map.of();
    }
}
