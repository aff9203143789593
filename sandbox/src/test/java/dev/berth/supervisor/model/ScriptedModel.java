package dev.berth.supervisor.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.berth.event.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// A model's server that plays scripts: `POST /v1/responses`, answered as server-sent events.
///
/// A script belongs to a message of the user and is found by a part of its text. Its steps are taken one after the
/// other, as tools give back results; a request that is repeated gets the same step again.
public final class ScriptedModel implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, List<Step>> scripts = new LinkedHashMap<>();
    private final List<ModelRequest> requests = new ArrayList<>();
    private final Map<String, Integer> failures = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    public ScriptedModel() throws IOException {
        this(InetAddress.getLoopbackAddress());
    }

    /// @param address of this machine at which it is called
    public ScriptedModel(InetAddress address) throws IOException {
        server = HttpServer.create(new InetSocketAddress(address, 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/responses", this::answer);
        server.start();
    }

    /// What `agent.options.baseUrl` has to be.
    public String url() {
        return "http://%s:%d/v1"
                .formatted(
                        server.getAddress().getAddress().getHostAddress(),
                        server.getAddress().getPort());
    }

    /// @param partOfMessage the script of the first one that fits is played
    public synchronized ScriptedModel script(String partOfMessage, Step... steps) {
        scripts.put(partOfMessage, List.of(steps));
        return this;
    }

    /// Scripts that are written down.
    public ScriptedModel scripts(Path file) throws IOException {
        ScriptFile.read(file).forEach(this::script);
        return this;
    }

    public synchronized List<ModelRequest> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = Json.MAPPER.readTree(exchange.getRequestBody());
            var authorization = exchange.getRequestHeaders().getFirst("Authorization");
            var request = new ModelRequest(body, authorization == null ? "" : authorization);
            new Answer(exchange, closed).take(next(request));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Step next(ModelRequest request) {
        requests.add(request);
        var steps = scripts.entrySet().stream()
                .filter(script -> request.message().contains(script.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(List.of());
        return request.results() < steps.size()
                ? ripe(steps.get(request.results()), request)
                : new Step.Say("(there is no step %d in the script of '%s')"
                        .formatted(request.results() + 1, request.message()));
    }

    private Step ripe(Step step, ModelRequest request) {
        if (!(step instanceof Step.Failing(var times, var failure, var then))) {
            return step;
        }
        var key = request.conversation() + " " + request.message() + " " + request.results();
        return failures.merge(key, 1, Integer::sum) <= times ? failure : then;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
