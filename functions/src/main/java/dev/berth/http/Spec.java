package dev.berth.http;

import dev.berth.event.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// An OpenAPI document and what follows from it: which operations there are, and what each takes.
public final class Spec {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final byte[] json;
    private final RouteTable routes;
    private final Map<String, Operation> operations;

    private Spec(byte[] json) {
        this.json = json;
        this.operations = operations(Json.MAPPER.readTree(json));
        this.routes = new RouteTable(operations.keySet());
    }

    /// What clients may call.
    public static Spec ofClients() {
        return load("/openapi/berth.json");
    }

    /// What sandboxes may call.
    public static Spec ofSandboxes() {
        return load("/openapi/sandbox.json");
    }

    private static Spec load(String resource) {
        try (var stream = Spec.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The build has not made " + resource);
            }
            return new Spec(stream.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The document, as it is served.
    public byte[] json() {
        return json.clone();
    }

    public Map<String, Operation> operations() {
        return operations;
    }

    public RouteTable routes() {
        return routes;
    }

    private static Map<String, Operation> operations(JsonNode document) {
        var schemas = new Schemas(document);
        var all = new LinkedHashMap<String, Operation>();
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    if (METHODS.contains(method)) {
                        var read = Operation.read(document, schemas, path, method);
                        all.put(read.routeKey(), read);
                    }
                }));
        return Map.copyOf(all);
    }
}
