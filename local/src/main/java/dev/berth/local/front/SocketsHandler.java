package dev.berth.local.front;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.berth.http.Problem;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Accepts WebSocket connections that the sockets function accepts.
final class SocketsHandler extends Handler.Abstract {
    static final String PATH = "/socket";

    /// Below what is for sandboxes, which may reach nothing else.
    static final String SANDBOX_PATH = "/sandbox/v1/socket";

    private static final Logger LOG = LoggerFactory.getLogger(SocketsHandler.class);
    private static final Duration IDLE_TIME_OUT = Duration.ofMinutes(10);
    private static final int MAX_MESSAGE_BYTES = 128 * 1024;

    private final ServerWebSocketContainer container;
    private final RequestStreamHandler function;
    private final LocalSockets sockets;
    private final Clock clock;

    SocketsHandler(Server server, RequestStreamHandler function, LocalSockets sockets, Clock clock) {
        this.container = ServerWebSocketContainer.ensure(server);
        this.function = function;
        this.sockets = sockets;
        this.clock = clock;
        container.setIdleTimeout(IDLE_TIME_OUT);
        container.setMaxTextMessageSize(MAX_MESSAGE_BYTES);
        container.setMaxFrameSize(MAX_MESSAGE_BYTES);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var path = request.getHttpURI().getPath();
        if (!path.equals(PATH) && !path.equals(SANDBOX_PATH)) {
            return false;
        }
        if (!container.upgrade(this::accept, request, response, callback)) {
            Problems.write(Problems.NOT_A_SOCKET, response, callback);
        }
        return true;
    }

    private @Nullable Object accept(ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        var connection = new SocketConnection(function, Request.getServerName(request), clock);
        sockets.accepting(connection.id());
        var status = connect(connection, request);
        if (status < 400) {
            return new SocketListener(connection, sockets);
        }
        sockets.closed(connection.id());
        Problems.write(refused(status), response, callback);
        return null;
    }

    private static int connect(SocketConnection connection, Request request) {
        try {
            return connection
                    .connect(HttpApiEvents.headers(request), HttpApiEvents.query(request))
                    .statusCode();
        } catch (IOException | RuntimeException failure) {
            LOG.error("The sockets function failed with a new connection", failure);
            return 500;
        }
    }

    private static Problem refused(int status) {
        return Problem.of(
                status,
                "socket_refused",
                "The connection is refused",
                "What came with the request to connect does not open a socket.",
                "Ask for a new ticket and connect with it at once.");
    }
}
