package dev.berth.supervisor.workspace;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Reads what git writes with `-z`: entries that end with a zero byte. Names that are not UTF-8 have those bytes
/// replaced.
public final class ZeroSeparated implements AutoCloseable {
    private final InputStream in;

    public ZeroSeparated(Path file) throws IOException {
        in = new BufferedInputStream(Files.newInputStream(file));
    }

    public Optional<String> next() throws IOException {
        var entry = new ByteArrayOutputStream();
        for (var read = in.read(); read >= 0; read = in.read()) {
            if (read == 0) {
                return Optional.of(entry.toString(StandardCharsets.UTF_8));
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
