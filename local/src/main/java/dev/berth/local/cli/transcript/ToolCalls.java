package dev.berth.local.cli.transcript;

import dev.berth.event.EventData;
import dev.berth.event.OutputStreamName;
import dev.berth.local.cli.terminal.Ink;
import dev.berth.local.cli.terminal.SafeText;
import dev.berth.local.cli.terminal.Style;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the agent does: its tool calls, and what commands print.
final class ToolCalls {
    private static final int INPUT_CHARACTERS = 160;
    private static final int RESULT_LINES = 40;

    private final Style style;
    private final Gutter gutter;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> printing = new HashSet<>();

    ToolCalls(Style style, Gutter gutter) {
        this.style = style;
        this.gutter = gutter;
    }

    String called(EventData.ToolCall call) {
        names.put(call.call(), call.name());
        return line(Ink.CYAN, "→ " + call.name() + " " + cut(input(call.input())));
    }

    String printed(EventData.CommandOutput output) {
        if (output.call() != null) {
            printing.add(output.call());
        }
        Channel channel = channel(output.call(), output.stream());
        String truncation = Words.truncation(output.truncated(), output.bytes(), output.url());
        return gutter.append(channel, output.text()) + (truncation.isEmpty() ? "" : line(Ink.DIM, "  " + truncation));
    }

    String ended(EventData.ToolResult result) {
        boolean completed = result.outcome().equals("completed");
        String name = names.getOrDefault(result.call(), "tool");
        // what was streamed already is not said twice
        String output = printing.remove(result.call()) ? "" : output(result);
        forget(result.call());
        return output
                + line(completed ? Ink.GREEN : Ink.RED, (completed ? "✓ " : "✗ ") + name + " " + result.outcome());
    }

    private String output(EventData.ToolResult result) {
        if (result.output().isBlank()) {
            return "";
        }
        Channel channel = channel(result.call(), OutputStreamName.STDOUT);
        String truncation = Words.truncation(result.truncated(), result.bytes(), result.url());
        return gutter.append(channel, Words.firstLines(result.output(), RESULT_LINES))
                + gutter.closeLine()
                + (truncation.isEmpty() ? "" : line(Ink.DIM, "  " + truncation));
    }

    private void forget(String call) {
        names.remove(call);
        for (OutputStreamName stream : OutputStreamName.values()) {
            gutter.forget(channel(call, stream));
        }
    }

    private static Channel channel(@Nullable String call, OutputStreamName stream) {
        return switch (stream) {
            case STDOUT -> new Channel("out " + call, "  │ ", Ink.PLAIN);
            case STDERR -> new Channel("err " + call, "  ┆ ", Ink.RED);
        };
    }

    private static String input(Map<String, Object> input) {
        if (input.get("command") instanceof String command) {
            return "$ " + command;
        }
        return input.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String cut(String text) {
        return text.length() <= INPUT_CHARACTERS ? text : text.substring(0, INPUT_CHARACTERS) + "…";
    }

    private String line(Ink ink, String text) {
        return gutter.closeLine() + style.ink(ink, SafeText.line(text)) + "\n";
    }
}
