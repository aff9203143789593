package dev.berth.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.berth.conversation.SocketEvent;
import dev.berth.conversation.SocketRoutes;
import dev.berth.event.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/// What API Gateway's WebSocket API calls.
public final class SocketsFunction implements RequestStreamHandler {
    private final SocketRoutes routes;

    public SocketsFunction(SocketRoutes routes) {
        this.routes = routes;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var status = routes.handle(Json.MAPPER.readValue(input, SocketEvent.class));
        output.write(Json.MAPPER.writeValueAsBytes(Map.of("statusCode", status)));
    }
}
