package dev.berth.supervisor.workspace;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Reads what git and others write with `-z`: entries that end with a zero byte.
public final class ZeroSeparated implements AutoCloseable {
    private final InputStream in;

    public ZeroSeparated(Path file) throws IOException {
        in = new BufferedInputStream(Files.newInputStream(file));
    }

    /// Names that are not UTF-8 have those bytes replaced.
    public Optional<String> next() throws IOException {
        return nextBytes().map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    public Optional<byte[]> nextBytes() throws IOException {
        var entry = new ByteArrayOutputStream();
        for (var read = in.read(); read >= 0; read = in.read()) {
            if (read == 0) {
                return Optional.of(entry.toByteArray());
            }
            entry.write(read);
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
