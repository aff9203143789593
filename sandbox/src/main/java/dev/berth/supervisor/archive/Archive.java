package dev.berth.supervisor.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/// An archive in a file.
///
/// @param crc32c lower-case hex, 8 digits
public record Archive(Path file, long bytes, String crc32c) {
    private static final int CHUNK_BYTES = 64 * 1024;

    /// Reads the file to its end.
    public static Archive in(Path file) throws IOException {
        var checksum = new CRC32C();
        long bytes = 0;
        var chunk = new byte[CHUNK_BYTES];
        try (var in = Files.newInputStream(file)) {
            for (var read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                checksum.update(chunk, 0, read);
                bytes += read;
            }
        }
        return new Archive(file, bytes, HexFormat.of().toHexDigits((int) checksum.getValue()));
    }

    public boolean holds(long expectedBytes, String expectedCrc32c) {
        return bytes == expectedBytes && crc32c.equals(expectedCrc32c);
    }
}
