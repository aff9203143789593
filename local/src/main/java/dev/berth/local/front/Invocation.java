package dev.berth.local.front;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.berth.event.Json;
import dev.berth.session.LogSubject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/// Calls a function as Lambda does: bytes in, bytes out.
final class Invocation {
    private Invocation() {}

    static HttpApiReply call(String name, RequestStreamHandler handler, String requestId, Object event)
            throws IOException {
        var output = new ByteArrayOutputStream();
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(event)),
                    output,
                    new FunctionContext(name, requestId));
        } finally {
            LogSubject.none();
        }
        return Json.MAPPER.readValue(output.toByteArray(), HttpApiReply.class);
    }
}
