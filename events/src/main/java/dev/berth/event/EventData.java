package dev.berth.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an event tells, agent-agnostic: each record is one event type of the session log.
///
/// A text over 32 KiB goes to the object store: the record then holds its first 4 KiB, `truncated` true, the size
/// in `bytes` and, in `url`, where the whole is.
@JsonSubTypes({
    @JsonSubTypes.Type(value = EventData.SessionStatus.class, name = "session.status"),
    @JsonSubTypes.Type(value = EventData.SandboxPhase.class, name = "sandbox.phase"),
    @JsonSubTypes.Type(value = EventData.MessageReceived.class, name = "message.received"),
    @JsonSubTypes.Type(value = EventData.TurnStarted.class, name = "turn.started"),
    @JsonSubTypes.Type(value = EventData.TurnEnded.class, name = "turn.ended"),
    @JsonSubTypes.Type(value = EventData.AgentText.class, name = "agent.text"),
    @JsonSubTypes.Type(value = EventData.ToolCall.class, name = "tool.call"),
    @JsonSubTypes.Type(value = EventData.ToolResult.class, name = "tool.result"),
    @JsonSubTypes.Type(value = EventData.CommandOutput.class, name = "command.output"),
    @JsonSubTypes.Type(value = EventData.FileChanged.class, name = "file.changed"),
    @JsonSubTypes.Type(value = EventData.DiffUpdated.class, name = "diff.updated"),
    @JsonSubTypes.Type(value = EventData.AccessGranted.class, name = "access.granted"),
    @JsonSubTypes.Type(value = EventData.AccessDenied.class, name = "access.denied"),
    @JsonSubTypes.Type(value = EventData.Error.class, name = "error"),
})
public sealed interface EventData {

    record SessionStatus(String status, @Nullable String reason) implements EventData {}

    /// @param checkout what the agent's repository stood at afterwards, of `workspace`
    record SandboxPhase(
            String phase, long durationMillis, @Nullable Checkout checkout) implements EventData {
        public SandboxPhase(String phase, long durationMillis) {
            this(phase, durationMillis, null);
        }
    }

    record MessageReceived(
            String message,
            String text,
            MessageMode mode,
            @Nullable Boolean truncated,
            @Nullable Long bytes,
            @Nullable String url)
            implements EventData {}

    record TurnStarted(String message) implements EventData {}

    /// @param exitCode of a runtime whose turn is a process
    /// @param detail why a turn did not complete, where that is known
    record TurnEnded(
            TurnOutcome outcome,
            @Nullable Integer exitCode,
            @Nullable Usage usage,
            @Nullable String detail) implements EventData {}

    /// @param item pieces with the same item belong together; the one without `partial` replaces them
    record AgentText(
            String item,
            String text,
            @Nullable Boolean partial,
            @Nullable Boolean truncated,
            @Nullable Long bytes,
            @Nullable String url)
            implements EventData {}

    record ToolCall(String call, String name, Map<String, Object> input) implements EventData {}

    /// @param outcome `completed` or `failed`
    /// @param exitCode of a command that ended by itself
    /// @param output all of it, also of what [CommandOutput] told in pieces: of those, the
    ///     first ones may be missing
    record ToolResult(
            String call,
            String outcome,
            @Nullable Integer exitCode,
            String output,
            @Nullable Boolean truncated,
            @Nullable Long bytes,
            @Nullable String url)
            implements EventData {}

    /// @param call the tool call that printed it; absent when the message itself is the command
    record CommandOutput(
            @Nullable String call,
            OutputStreamName stream,
            String text,
            @Nullable Boolean truncated,
            @Nullable Long bytes,
            @Nullable String url)
            implements EventData {}

    /// @param change `added`, `modified` or `deleted`
    record FileChanged(String path, String change) implements EventData {}

    record DiffUpdated(int files, int additions, int deletions) implements EventData {}

    record AccessGranted(
            @Nullable String connection,
            String method,
            String host,
            String path,
            String rule,
            @Nullable String reason) implements EventData {}

    record AccessDenied(
            @Nullable String connection,
            String method,
            String host,
            String path,
            String rule,
            @Nullable String reason) implements EventData {}

    record Error(String code, String detail, String remedy, MustAct mustAct) implements EventData {
        public static Error of(Failure failure) {
            return new Error(failure.code(), failure.detail(), failure.remedy(), failure.mustAct());
        }
    }

    /// The commit that a session begins with.
    ///
    /// @param repository its id in the profile
    /// @param branch absent when a tag or a commit is checked out
    record Checkout(String repository, @Nullable String branch, String commit) {}

    /// Tokens of one turn.
    record Usage(long inputTokens, long outputTokens) {}
}
