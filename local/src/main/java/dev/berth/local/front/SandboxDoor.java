package dev.berth.local.front;

import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Keeps what comes in where sandboxes knock from everything that is not for them.
final class SandboxDoor extends Handler.Abstract {
    private static final String PATHS = "/sandbox/v1/";

    private final Connector clients;

    /// @param clients where everything is answered
    SandboxDoor(Connector clients) {
        this.clients = clients;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var isClient = request.getConnectionMetaData().getConnector().equals(clients);
        if (isClient || request.getHttpURI().getCanonicalPath().startsWith(PATHS)) {
            return false;
        }
        Problems.write(Problems.NOT_FOR_SANDBOXES, response, callback);
        return true;
    }
}
