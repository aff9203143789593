package dev.berth.local.front;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells the sockets function what happens to one connection.
final class SocketConnection {
    private static final String FUNCTION = "sockets";

    private final String id = UUID.randomUUID().toString();
    private final RequestStreamHandler function;
    private final String domainName;
    private final Clock clock;
    private final long connectedAtMillis;

    SocketConnection(RequestStreamHandler function, String domainName, Clock clock) {
        this.function = function;
        this.domainName = domainName;
        this.clock = clock;
        this.connectedAtMillis = clock.millis();
    }

    String id() {
        return id;
    }

    HttpApiReply connect(Map<String, String> headers, @Nullable Map<String, String> query) throws IOException {
        return call(new SocketEvent(headers, query, context("$connect", "CONNECT", null, null), null, false));
    }

    HttpApiReply message(String body) throws IOException {
        return call(new SocketEvent(null, null, context("$default", "MESSAGE", null, null), body, false));
    }

    void disconnect(int statusCode, @Nullable String reason) throws IOException {
        call(new SocketEvent(null, null, context("$disconnect", "DISCONNECT", statusCode, reason), null, false));
    }

    private HttpApiReply call(SocketEvent event) throws IOException {
        return Invocation.call(FUNCTION, function, event.requestContext().requestId(), event);
    }

    private SocketEvent.RequestContext context(
            String routeKey, String eventType, @Nullable Integer statusCode, @Nullable String reason) {
        return new SocketEvent.RequestContext(
                id,
                routeKey,
                eventType,
                domainName,
                "local",
                connectedAtMillis,
                clock.millis(),
                UUID.randomUUID().toString(),
                statusCode,
                reason);
    }
}
