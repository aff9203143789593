package dev.berth.http;

import dev.berth.event.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The OpenAPI document and what follows from it: which operations there are, and what each takes and answers.
public final class Spec {
    private static final String RESOURCE = "/openapi/berth.json";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final byte[] json;
    private final Schemas schemas;
    private final Map<String, Operation> operations;

    private Spec(byte[] json) {
        this.json = json;
        var document = Json.MAPPER.readTree(json);
        this.schemas = new Schemas(document);
        this.operations = operations(document, schemas);
    }

    /// Read once: it is a part of the code.
    public static Spec load() {
        return Loaded.SPEC;
    }

    private static Spec read() {
        try (var stream = Spec.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("The build has not made " + RESOURCE);
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

    /// By route key.
    public Map<String, Operation> operations() {
        return operations;
    }

    public Schemas schemas() {
        return schemas;
    }

    Operation operation(String routeKey) {
        @Nullable Operation operation = operations.get(routeKey);
        if (operation == null) {
            throw new IllegalArgumentException(routeKey + " is not in the OpenAPI document");
        }
        return operation;
    }

    private static final class Loaded {
        static final Spec SPEC = read();
    }

    private static Map<String, Operation> operations(JsonNode document, Schemas schemas) {
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
