package dev.berth.lambda;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;

/// DynamoDB Local, called over HTTP as DynamoDB is. Its own main class would listen to the network.
final class LoopbackDynamoDb implements AutoCloseable {
    private static final String NO_CORS = "*";

    private final LocalDynamoDBRequestHandler tables = new LocalDynamoDBRequestHandler(0, true, null, true, false);
    private final Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

    LoopbackDynamoDb() {
        server.setHandler(new ContextHandler(new LocalDynamoDBServerHandler(tables, NO_CORS), "/"));
        try {
            server.start();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
    }

    @Override
    public void close() throws Exception {
        server.stop();
        tables.shutdown();
    }
}
