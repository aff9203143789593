package dev.berth.infra.deployed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// A function URL, with its paths at the root of an address that containers reach. The emulator has it below a path of
/// its own, or at a name that is resolved nowhere.
final class FunctionUrlDoor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> PASSED = List.of("authorization", "content-type");

    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Supplier<URI> target;

    /// @param target where the emulator has it, without a slash at its end; asked for when something is called
    FunctionUrlDoor(InetAddress address, Supplier<URI> target) throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(address, 0), 0);
        this.target = target;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    String url() {
        var address = server.getAddress();
        return "http://%s:%d".formatted(address.getAddress().getHostAddress(), address.getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = http.send(request(exchange), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().firstValue("content-type").ifPresent(type -> exchange.getResponseHeaders()
                    .set("Content-Type", type));
            var body = answer.body();
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(HttpExchange exchange) throws IOException {
        var body =
                HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes());
        var request = HttpRequest.newBuilder(
                        URI.create(target.get() + exchange.getRequestURI().toString()))
                .timeout(PATIENCE)
                .method(exchange.getRequestMethod(), body);
        for (var name : PASSED) {
            var value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        return request.build();
    }
}
