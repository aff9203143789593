package dev.berth.supervisor.output;

import dev.berth.event.OutputStreamName;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The output of one turn that is over what the log takes, in a file.
public final class Overflow {
    private final Path file;
    private final OutputStreamName firstStream;
    private final OutputStream out;

    Overflow(Path file, OutputStreamName firstStream) throws IOException {
        this.file = file;
        this.firstStream = firstStream;
        this.out = new FileOutputStream(file.toFile());
    }

    public Path file() {
        return file;
    }

    /// The stream that went over the limit; from then on both are in the file, as they came.
    public OutputStreamName firstStream() {
        return firstStream;
    }

    public long bytes() throws IOException {
        return Files.size(file);
    }

    /// How it begins.
    public String head(int bytes) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(bytes);
            return new Utf8Pieces().next(head, 0, head.length);
        }
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    void close() throws IOException {
        out.close();
    }
}
