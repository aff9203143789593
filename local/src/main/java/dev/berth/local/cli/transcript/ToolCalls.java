package dev.berth.local.cli.transcript;

import dev.berth.event.EventData;
import dev.berth.event.OutputStreamName;
import dev.berth.local.cli.terminal.Ink;
import dev.berth.local.cli.terminal.SafeText;
import dev.berth.local.cli.terminal.Style;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the agent does: its tool calls, and what commands print. What a call prints is shown as it comes, or, where
/// nobody looks on, when its result is there.
final class ToolCalls {
    private static final int INPUT_CHARACTERS = 160;
    private static final int RESULT_LINES = 40;

    private final Style style;
    private final Gutter gutter;
    private final boolean live;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, PrintedOutput> printed = new HashMap<>();

    ToolCalls(Style style, Gutter gutter, boolean live) {
        this.style = style;
        this.gutter = gutter;
        this.live = live;
    }

    String called(EventData.ToolCall call) {
        names.put(call.call(), call.name());
        return line(Ink.CYAN, "→ " + call.name() + " " + cut(input(call.input())));
    }

    String printed(EventData.CommandOutput output) {
        if (output.call() == null) {
            return shown(output);
        }
        PrintedOutput ofCall = printed.computeIfAbsent(output.call(), call -> new PrintedOutput());
        if (live) {
            ofCall.add(output);
            return shown(output);
        }
        ofCall.hold(output);
        return "";
    }

    String ended(EventData.ToolResult result) {
        boolean completed = result.outcome().equals("completed");
        String name = names.getOrDefault(result.call(), "tool");
        PrintedOutput ofCall = printed.remove(result.call());
        String output = ofCall == null ? output(result) : rest(result, ofCall);
        forget(result.call());
        String exitCode = result.exitCode() == null || completed ? "" : " (exit code " + result.exitCode() + ")";
        return output
                + line(
                        completed ? Ink.GREEN : Ink.RED,
                        (completed ? "✓ " : "✗ ") + name + " " + result.outcome() + exitCode);
    }

    /// Calls may go on over the end of a turn; what they printed in it belongs there.
    String turnEnded() {
        String held = printed.values().stream()
                .flatMap(output -> output.held().stream())
                .map(this::shown)
                .collect(Collectors.joining());
        printed.clear();
        return held;
    }

    private String shown(EventData.CommandOutput output) {
        return gutter.append(channel(output.call(), output.stream()), output.text())
                + truncation(output.truncated(), output.bytes(), output.url());
    }

    private String output(EventData.ToolResult result) {
        return (result.output().isBlank()
                        ? ""
                        : inResult(result.call(), Words.firstLines(result.output(), RESULT_LINES)))
                + truncation(result.truncated(), result.bytes(), result.url());
    }

    private String rest(EventData.ToolResult result, PrintedOutput ofCall) {
        String before = ofCall.before(result.output());
        String behind = before.isEmpty() ? ofCall.behind(result.output()) : "";
        return (live ? belated(result.call(), before) : inResult(result.call(), before))
                + ofCall.held().stream().map(this::shown).collect(Collectors.joining())
                + inResult(result.call(), behind)
                + truncation(result.truncated(), result.bytes(), result.url());
    }

    private String belated(String call, String beginning) {
        if (beginning.isEmpty()) {
            return "";
        }
        String said = line(Ink.DIM, "  it began with");
        gutter.forget(channel(call, OutputStreamName.STDOUT));
        return said + inResult(call, beginning);
    }

    private String inResult(String call, String text) {
        return text.isEmpty() ? "" : gutter.append(channel(call, OutputStreamName.STDOUT), text) + gutter.closeLine();
    }

    private String truncation(@Nullable Boolean truncated, @Nullable Long bytes, @Nullable String url) {
        String text = Words.truncation(truncated, bytes, url);
        return text.isEmpty() ? "" : line(Ink.DIM, "  " + text);
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
