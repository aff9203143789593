package dev.berth.local.front;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/// Reads a request's body up to a limit.
final class RequestBody {
    private RequestBody() {}

    /// @return empty when it is longer
    static Optional<byte[]> read(Request request, int maxBytes) throws IOException {
        if (request.getLength() > maxBytes) {
            return Optional.empty();
        }
        try (var content = Content.Source.asInputStream(request)) {
            var bytes = content.readNBytes(maxBytes + 1);
            return bytes.length > maxBytes ? Optional.empty() : Optional.of(bytes);
        }
    }
}
