package dev.berth.local.front;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.berth.local.data.FolderObjectStore;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/// The control plane's addresses on this machine: loopback for everybody, and one for sandboxes where they cannot reach
/// that.
public final class Front implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration IDLE_TIME_OUT = Duration.ofSeconds(60);
    private static final Duration PING_EVERY = Duration.ofMinutes(4);

    private final Server server = new Server(new VirtualThreadPool());
    private final ServerConnector connector;
    private final LocalSockets sockets;
    private final ScheduledExecutorService pings = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("pings").factory());

    /// @param port to listen on, 0 for any that is free
    /// @param sandboxes where only what is for sandboxes is answered
    public Front(
            int port,
            Optional<InetSocketAddress> sandboxes,
            HttpFunction api,
            HttpFunction sandboxApi,
            RequestStreamHandler socketsFunction,
            LocalSockets sockets,
            FolderObjectStore objects,
            Clock clock) {
        this.connector = connector(new InetSocketAddress(LOOPBACK, port));
        this.sockets = sockets;
        server.addConnector(connector);
        sandboxes.map(this::connector).ifPresent(server::addConnector);
        server.setErrorHandler(new ProblemErrors());
        server.setHandler(new Handler.Sequence(
                new SandboxDoor(connector),
                new ObjectsHandler(objects),
                new SocketsHandler(server, socketsFunction, sockets, clock),
                new FunctionsHandler(api, sandboxApi, new HttpApiEvents(clock))));
    }

    /// Listens.
    ///
    /// @throws IOException when it cannot, most likely since another process has the port
    public void start() throws IOException {
        try {
            server.start();
        } catch (IOException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IOException("The HTTP server did not start", failure);
        }
        var _ = pings.scheduleWithFixedDelay(
                sockets::pingAll, PING_EVERY.toSeconds(), PING_EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    /// Where it listens, once it does.
    public URI url() {
        return URI.create("http://" + LOOPBACK + ":" + connector.getLocalPort());
    }

    /// Where WebSockets connect.
    public URI socketUrl() {
        return URI.create("ws://" + LOOPBACK + ":" + connector.getLocalPort() + SocketsHandler.PATH);
    }

    @Override
    public void close() throws IOException {
        pings.shutdownNow();
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IOException("The HTTP server did not stop cleanly", failure);
        }
    }

    private ServerConnector connector(InetSocketAddress address) {
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setUriCompliance(UriCompliance.DEFAULT);
        var http = new ServerConnector(server, new HttpConnectionFactory(configuration));
        http.setHost(address.getHostString());
        http.setPort(address.getPort());
        http.setIdleTimeout(IDLE_TIME_OUT.toMillis());
        return http;
    }
}
