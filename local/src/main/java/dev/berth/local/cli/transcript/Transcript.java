package dev.berth.local.cli.transcript;

import static dev.berth.local.cli.transcript.Words.count;

import dev.berth.event.EventData;
import dev.berth.event.MessageMode;
import dev.berth.event.SessionEvent;
import dev.berth.event.TurnOutcome;
import dev.berth.local.cli.terminal.HumanTime;
import dev.berth.local.cli.terminal.Ink;
import dev.berth.local.cli.terminal.SafeText;
import dev.berth.local.cli.terminal.Style;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Renders a session's events one after the other.
public final class Transcript {
    private static final Channel MESSAGE = new Channel("message", "  ┃ ", Ink.PLAIN);
    private static final int MESSAGE_LINES = 12;

    private final Style style;
    private final Gutter gutter;
    private final AgentTexts agentTexts;
    private final ToolCalls toolCalls;
    private int turns;
    private @Nullable Instant turnStartedAt;

    /// @param live show text while it streams; else only what is whole
    public Transcript(Style style, boolean live) {
        this.style = style;
        this.gutter = new Gutter(style);
        this.agentTexts = new AgentTexts(gutter, live);
        this.toolCalls = new ToolCalls(style, gutter);
    }

    public String render(SessionEvent event) {
        return switch (event.data()) {
            case EventData.SessionStatus status -> line(Ink.BOLD, "● session " + statusText(status));
            case EventData.SandboxPhase phase -> line(Ink.DIM, phaseText(phase));
            case EventData.MessageReceived message -> message(event, message);
            case EventData.TurnStarted started -> turnStarted(event.at());
            case EventData.TurnEnded ended -> turnEnded(event.at(), ended);
            case EventData.AgentText text -> agentTexts.render(text);
            case EventData.ToolCall call -> toolCalls.called(call);
            case EventData.ToolResult result -> toolCalls.ended(result);
            case EventData.CommandOutput output -> toolCalls.printed(output);
            case EventData.FileChanged file -> fileChanged(file);
            case EventData.DiffUpdated diff -> line(Ink.DIM, "  Δ " + diffText(diff));
            case EventData.AccessGranted granted -> line(Ink.DIM, "  ⇡ allowed " + AccessText.of(granted));
            case EventData.AccessDenied denied -> line(Ink.RED, "  ⇡ denied " + AccessText.of(denied));
            case EventData.Error error -> error(error);
        };
    }

    private static String statusText(EventData.SessionStatus status) {
        return status.status() + (status.reason() == null ? "" : " (" + status.reason() + ")");
    }

    private static String phaseText(EventData.SandboxPhase phase) {
        return "  %-10s %s".formatted(phase.phase(), HumanTime.length(Duration.ofMillis(phase.durationMillis())));
    }

    private String message(SessionEvent event, EventData.MessageReceived message) {
        String heading = "Message from " + Words.actor(event.actor())
                + (message.mode() == MessageMode.INTERRUPT ? ", interrupting" : "");
        String text = Words.firstLines(message.text(), MESSAGE_LINES);
        String truncation = Words.truncation(message.truncated(), message.bytes(), message.url());
        String body =
                gutter.append(MESSAGE, truncation.isEmpty() ? text : text + "\n" + truncation) + gutter.closeLine();
        gutter.forget(MESSAGE);
        return line(Ink.PLAIN, "") + line(Ink.CYAN, heading) + body;
    }

    private String turnStarted(Instant at) {
        turns++;
        turnStartedAt = at;
        return line(Ink.PLAIN, "") + line(Ink.HEADING, "━━ Turn " + turns + " " + "━".repeat(48));
    }

    private String turnEnded(Instant at, EventData.TurnEnded ended) {
        String text =
                switch (ended.outcome()) {
                    case COMPLETED -> "✓ turn completed";
                    case FAILED -> "✗ turn failed";
                    case INTERRUPTED -> "■ turn interrupted";
                };
        Ink ink = ended.outcome() == TurnOutcome.COMPLETED ? Ink.GREEN : Ink.RED;
        return line(ink, text + Words.turnDetails(turnStartedAt, at, ended)) + agentTexts.forgetAll();
    }

    private String fileChanged(EventData.FileChanged file) {
        return switch (file.change()) {
            case "added" -> line(Ink.GREEN, "  + " + file.path());
            case "deleted" -> line(Ink.RED, "  - " + file.path());
            default -> line(Ink.YELLOW, "  ~ " + file.path());
        };
    }

    private static String diffText(EventData.DiffUpdated diff) {
        return "%s changed, +%d -%d".formatted(count(diff.files(), "file"), diff.additions(), diff.deletions());
    }

    private String error(EventData.Error error) {
        return line(Ink.RED, "✗ " + error.code() + ": " + error.detail()) + line(Ink.PLAIN, "  → " + error.remedy());
    }

    private String line(Ink ink, String text) {
        return gutter.closeLine() + style.ink(ink, SafeText.line(text)) + "\n";
    }
}
