package dev.berth.local.front;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/// Reads a request's body up to a limit.
final class RequestBody {
    private static final int BUFFER_BYTES = 16 * 1024;

    /// Of a body that is too long, so much is read and dropped: who is still sending does not hear an answer.
    private static final int DROPPED_BYTES = 8 * 1024 * 1024;

    private RequestBody() {}

    /// @return empty when it is longer
    static Optional<byte[]> read(Request request, int maxBytes) throws IOException {
        try (var content = Content.Source.asInputStream(request)) {
            if (request.getLength() <= maxBytes) {
                var bytes = content.readNBytes(maxBytes + 1);
                if (bytes.length <= maxBytes) {
                    return Optional.of(bytes);
                }
            }
            drop(content);
            return Optional.empty();
        }
    }

    private static void drop(InputStream content) throws IOException {
        var dropped = new byte[BUFFER_BYTES];
        var left = DROPPED_BYTES;
        for (var read = content.read(dropped); read >= 0 && left > 0; read = content.read(dropped)) {
            left -= read;
        }
    }
}
