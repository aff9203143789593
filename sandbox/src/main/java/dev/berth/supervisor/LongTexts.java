package dev.berth.supervisor;

import dev.berth.event.EventData;
import dev.berth.event.EventData.AgentText;
import dev.berth.event.EventData.CommandOutput;
import dev.berth.event.EventData.ToolResult;
import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import dev.berth.protocol.Protocol;
import dev.berth.protocol.UploadRequest;
import dev.berth.supervisor.control.GenerationEnded;
import dev.berth.supervisor.control.Uploads;
import dev.berth.supervisor.output.TextPieces;
import dev.berth.supervisor.output.TextSize;
import dev.berth.supervisor.process.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Brings texts that are too long for an event to the object store, and streamed ones into pieces.
final class LongTexts {
    private static final Duration UPLOADED_WITHIN = Duration.ofSeconds(30);

    private final Uploads uploads;
    private final Path folder;

    LongTexts(Uploads uploads, Path folder) {
        this.uploads = uploads;
        this.folder = folder;
    }

    /// The same in events that the log takes.
    List<EventData> fitting(EventData data) {
        return switch (data) {
            case AgentText text when Boolean.TRUE.equals(text.partial()) -> pieces(text.text(), text);
            case CommandOutput output when output.url() == null -> pieces(output.text(), output);
            case AgentText text
            when isLong(text.text()) ->
                stored(
                        text.text(),
                        (bytes, url) -> new AgentText(text.item(), head(text.text()), null, true, bytes, url));
            case ToolResult result
            when isLong(result.output()) ->
                stored(
                        result.output(),
                        (bytes, url) -> new ToolResult(
                                result.call(),
                                result.outcome(),
                                result.exitCode(),
                                head(result.output()),
                                true,
                                bytes,
                                url));
            case EventData other -> List.of(other);
        };
    }

    private static List<EventData> pieces(String whole, EventData data) {
        return TextPieces.of(whole, Protocol.MAX_TEXT_BYTES).stream()
                .map(piece -> withText(data, piece))
                .toList();
    }

    private static EventData withText(EventData data, String text) {
        return switch (data) {
            case AgentText agent -> new AgentText(agent.item(), text, true, null, null, null);
            case CommandOutput output -> new CommandOutput(output.call(), output.stream(), text, null, null, null);
            case EventData other -> other;
        };
    }

    private List<EventData> stored(String text, BiFunction<Long, @Nullable String, EventData> event) {
        var bytes = (long) TextSize.utf8(text);
        try {
            return List.of(event.apply(bytes, upload(text)));
        } catch (IOException | GenerationEnded e) {
            return List.of(event.apply(bytes, null), notStored(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(event.apply(bytes, null), notStored(e));
        }
    }

    private String upload(String text) throws IOException, GenerationEnded, InterruptedException {
        var file = Files.createTempFile(folder, "text-", ".out");
        try {
            Files.writeString(file, text);
            return uploads.upload(UploadRequest.Kind.OUTPUT, file, Deadline.in(UPLOADED_WITHIN));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static EventData.Error notStored(Exception e) {
        return EventData.Error.of(new Failure(
                "output_not_stored",
                "A long text is cut off, since it could not be brought to the object store: " + e.getMessage(),
                "See that the control plane's object store can be reached",
                MustAct.OPERATOR));
    }

    private static boolean isLong(String text) {
        return TextSize.utf8(text) > Protocol.MAX_TEXT_BYTES;
    }

    private static String head(String text) {
        return TextPieces.head(text, Protocol.TRUNCATED_TEXT_BYTES);
    }
}
