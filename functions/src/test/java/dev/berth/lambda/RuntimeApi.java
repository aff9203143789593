package dev.berth.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Lambda's Runtime API, for one function process.
final class RuntimeApi implements AutoCloseable {
    private static final String BASE = "/2018-06-01/runtime/";
    private static final int WAIT_SECONDS = 60;

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private volatile long askedAt;
    private volatile @Nullable String initError;

    /// @param failed the function threw; the body says what
    record Answer(boolean failed, String body, long at) {}

    RuntimeApi() throws IOException {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(BASE, this::handle);
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /// When the function first asked for an event, as `System.nanoTime` has it.
    long awaitInit() throws InterruptedException {
        if (!asked.await(WAIT_SECONDS, TimeUnit.SECONDS) || initError != null) {
            throw new IllegalStateException("The function did not start: " + initError);
        }
        return askedAt;
    }

    Answer call(byte[] event) throws InterruptedException {
        events.add(event);
        var answer = answers.poll(WAIT_SECONDS, TimeUnit.SECONDS);
        if (answer == null) {
            throw new IllegalStateException("The function did not answer");
        }
        return answer;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().substring(BASE.length());
        try (exchange) {
            switch (path) {
                case "invocation/next" -> next(exchange);
                case "restore/next" -> exchange.sendResponseHeaders(200, -1);
                case "init/error", "restore/error" -> initFailed(exchange);
                default -> answered(exchange, path);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        if (asked.getCount() > 0) {
            askedAt = System.nanoTime();
            asked.countDown();
        }
        var event = events.take();
        var headers = exchange.getResponseHeaders();
        headers.add("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
        headers.add("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 30_000));
        headers.add(
                "Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:000000000000:function:berth-check");
        exchange.sendResponseHeaders(200, event.length);
        exchange.getResponseBody().write(event);
    }

    private void answered(HttpExchange exchange, String path) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        answers.add(new Answer(path.endsWith("/error"), body, System.nanoTime()));
        exchange.sendResponseHeaders(202, -1);
    }

    private void initFailed(HttpExchange exchange) throws IOException {
        initError = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(202, -1);
        asked.countDown();
    }
}
