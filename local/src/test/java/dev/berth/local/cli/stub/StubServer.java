package dev.berth.local.cli.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An HTTP server on loopback that answers by routes, the last added first, and remembers what it was asked.
public final class StubServer implements AutoCloseable {
    private final List<Route> routes = new CopyOnWriteArrayList<>();
    private final List<StubRequest> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    /// A path with `*` for one segment.
    private record Route(String method, String path, Answerer answerer) {
        boolean matches(StubRequest request) {
            return method.equals(request.method()) && request.path().matches(path.replace("*", "[^/]+"));
        }
    }

    @FunctionalInterface
    public interface Answerer {
        StubAnswer answer(StubRequest request) throws InterruptedException;
    }

    /// @param port 0 for a free one
    public StubServer(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public void on(String method, String path, Answerer answerer) {
        routes.addFirst(new Route(method, path, answerer));
    }

    public void on(String method, String path, StubAnswer answer) {
        on(method, path, request -> answer);
    }

    public List<StubRequest> requests(String method, String path) {
        Route wanted = new Route(method, path, request -> StubAnswer.json(200, "{}"));
        return requests.stream().filter(wanted::matches).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            StubRequest request = new StubRequest(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    String.valueOf(exchange.getRequestURI().getQuery()),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            requests.add(request);
            send(exchange, answer(request));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private StubAnswer answer(StubRequest request) throws InterruptedException {
        for (Route route : routes) {
            if (route.matches(request)) {
                return route.answerer().answer(request);
            }
        }
        return StubAnswer.problem(404, "not_found", "There is no " + request.path() + ".", "Look at the list.");
    }

    private static void send(HttpExchange exchange, StubAnswer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
