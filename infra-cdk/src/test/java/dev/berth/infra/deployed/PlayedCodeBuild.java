package dev.berth.infra.deployed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.berth.event.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// CodeBuild, as far as snapshots need it: the emulator's takes a build for done at once, and forgets its variables.
/// Calls and answers have the service's own shapes.
final class PlayedCodeBuild implements AutoCloseable {
    private final HttpServer server;
    private final Work work;
    private final Consumer<ObjectNode> events;
    private final Map<String, ObjectNode> builds = new LinkedHashMap<>();
    private final ExecutorService building = Executors.newSingleThreadExecutor();

    /// What a build does.
    interface Work {
        /// @param variables of this build
        /// @return the digest of what was pushed
        String run(Map<String, String> variables) throws IOException, InterruptedException;
    }

    /// @param events gets what CodeBuild tells when a build has ended
    PlayedCodeBuild(Work work, Consumer<ObjectNode> events) throws IOException {
        this.work = work;
        this.events = events;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        building.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var operation = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            var request = Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
            var answer = Json.MAPPER.writeValueAsBytes(answer(operation, request));
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private synchronized Map<String, Object> answer(String operation, JsonNode request) {
        return switch (operation) {
            case "CodeBuild_20161006.StartBuild" -> Map.of("build", start(request));
            case "CodeBuild_20161006.BatchGetBuilds" ->
                Map.of(
                        "builds",
                        request.path("ids")
                                .valueStream()
                                .map(id -> builds.get(id.stringValue()))
                                .toList());
            case "CodeBuild_20161006.ListBuildsForProject" -> Map.of("ids", builds.keySet());
            default -> throw new IllegalArgumentException("Nothing here plays " + operation);
        };
    }

    private ObjectNode start(JsonNode request) {
        var project = request.path("projectName").stringValue();
        var build = Json.MAPPER.createObjectNode();
        build.put("id", project + ":" + UUID.randomUUID());
        build.put("projectName", project);
        build.put("buildStatus", "IN_PROGRESS");
        build.putObject("environment").set("environmentVariables", request.path("environmentVariablesOverride"));
        builds.put(build.path("id").stringValue(), build);
        building.execute(() -> run(build));
        return build.deepCopy();
    }

    private void run(ObjectNode build) {
        try {
            end(build, "SUCCEEDED", work.run(variables(build)));
        } catch (IOException | RuntimeException failure) {
            failure.printStackTrace();
            end(build, "FAILED", "");
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(ObjectNode build, String status, String digest) {
        synchronized (this) {
            build.put("buildStatus", status);
            build.putArray("exportedEnvironmentVariables")
                    .addObject()
                    .put("name", "BERTH_DIGEST")
                    .put("value", digest);
        }
        var event = Examples.aws("build-succeeded");
        var detail = (ObjectNode) event.path("detail");
        detail.put("build-status", status);
        detail.set("project-name", build.path("projectName"));
        ((ObjectNode) detail.at("/additional-information/environment"))
                .set("environment-variables", build.at("/environment/environmentVariables"));
        events.accept(event);
    }

    private static Map<String, String> variables(JsonNode build) {
        var variables = new HashMap<String, String>();
        build.at("/environment/environmentVariables")
                .forEach(variable -> variables.put(
                        variable.path("name").stringValue(),
                        variable.path("value").stringValue()));
        return variables;
    }
}
