package dev.berth.supervisor.output;

import dev.berth.event.OutputStreamName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// What the commands of one turn print: text for events up to a limit, a file from there on.
public final class TurnOutput {
    private final long limitBytes;
    private final Path overflowFile;
    private final BiConsumer<OutputStreamName, String> texts;
    private final Map<OutputStreamName, Utf8Pieces> pieces = new EnumMap<>(OutputStreamName.class);
    private long inlineBytes;
    private @Nullable Overflow overflow;

    /// @param overflowFile made when it is needed
    public TurnOutput(long limitBytes, Path overflowFile, BiConsumer<OutputStreamName, String> texts) {
        this.limitBytes = limitBytes;
        this.overflowFile = overflowFile;
        this.texts = texts;
        for (var stream : OutputStreamName.values()) {
            pieces.put(stream, new Utf8Pieces());
        }
    }

    public synchronized void write(OutputStreamName stream, byte[] bytes, int offset, int length) {
        if (overflow == null && inlineBytes + length <= limitBytes) {
            inlineBytes += length;
            tell(stream, piecesOf(stream).next(bytes, offset, length));
            return;
        }
        try {
            overflow(stream, bytes, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Tells the rest and says where what went over the limit is.
    public synchronized Optional<Overflow> end() throws IOException {
        for (var stream : OutputStreamName.values()) {
            tell(stream, piecesOf(stream).end());
        }
        if (overflow != null) {
            overflow.close();
        }
        return Optional.ofNullable(overflow);
    }

    private void overflow(OutputStreamName stream, byte[] bytes, int offset, int length) throws IOException {
        if (overflow == null) {
            overflow = new Overflow(overflowFile, stream);
        }
        var begun = piecesOf(stream).takeBegun();
        overflow.write(begun, 0, begun.length);
        overflow.write(bytes, offset, length);
    }

    private Utf8Pieces piecesOf(OutputStreamName stream) {
        return pieces.computeIfAbsent(stream, absent -> new Utf8Pieces());
    }

    private void tell(OutputStreamName stream, String text) {
        if (!text.isEmpty()) {
            texts.accept(stream, text);
        }
    }
}
