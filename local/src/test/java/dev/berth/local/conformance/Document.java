package dev.berth.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Json;
import dev.berth.http.Schemas;
import dev.berth.http.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The OpenAPI document as the control plane serves it, and what it says of an answer.
final class Document {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    private final JsonNode root;
    private final Spec spec = Spec.load();
    private final Map<List<String>, Schemas.Check> checks = new ConcurrentHashMap<>();

    Document(byte[] served) {
        this.root = Json.MAPPER.readTree(served);
        assertThat(root).isEqualTo(Json.MAPPER.readTree(spec.json()));
    }

    Set<String> routeKeys() {
        return spec.operations().keySet();
    }

    /// Operations that document this status.
    Stream<String> routeKeysWith(String status) {
        return routeKeys().stream()
                .filter(routeKey -> statuses(routeKey).contains(status))
                .sorted();
    }

    Set<String> statuses(String routeKey) {
        return operation(routeKey).path("responses").propertyNames().stream().collect(Collectors.toSet());
    }

    Set<String> problemCodes(String routeKey, String status) {
        var codes = resolved(responsePath(routeKey, status)).path("x-problem-codes");
        return codes.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }

    JsonNode operation(String routeKey) {
        return root.at("/paths").path(path(routeKey)).path(method(routeKey));
    }

    boolean takesABody(String routeKey) {
        return operation(routeKey).has("requestBody");
    }

    /// The example of the schema of an operation's body, an empty object where there is none.
    JsonNode exampleBody(String routeKey) {
        var schema = resolved(List.of("paths", path(routeKey), method(routeKey), "requestBody"))
                .at("/content/application~1json/schema");
        var ref = schema.path("$ref").asString("");
        var example = ref.isEmpty() ? schema.path("example") : root.at(ref.substring(1) + "/example");
        return example.isMissingNode() ? Json.MAPPER.createObjectNode() : example;
    }

    /// Holds an answer against what the document says of it.
    void hold(Reply reply) {
        var status = status(reply);
        var path = responsePath(reply.routeKey(), status);
        var response = resolved(path);
        assertThat(reply.header("berth-request-id")).as(reply.toString()).isNotEmpty();
        response.path("headers").forEachEntry((name, header) -> {
            if (header.path("required").asBoolean(false)) {
                assertThat(reply.header(name)).as("%s of %s", name, reply).isNotEmpty();
            }
        });
        holdBody(reply, status, path, response.path("content"));
    }

    String status(Reply reply) {
        var documented = statuses(reply.routeKey());
        var exact = Integer.toString(reply.status());
        assertThat(documented.contains(exact) || reply.status() >= 500)
                .as("%s is documented", reply)
                .isTrue();
        return documented.contains(exact) ? exact : "default";
    }

    private void holdBody(Reply reply, String status, List<String> path, JsonNode content) {
        if (content.isEmpty()) {
            assertThat(reply.body()).as(reply.toString()).isEmpty();
            return;
        }
        var type = reply.contentType();
        assertThat(content.propertyNames()).as("content types of %s", reply).contains(type);
        if (type.equals(JSON) || type.equals(PROBLEM)) {
            var schema = resolvedPath(append(resolvedPath(path), "content", type, "schema"));
            var check = checks.computeIfAbsent(schema, spec.schemas()::at);
            assertThat(check.errors(reply.json())).as(reply.toString()).isEmpty();
        }
        if (type.equals(PROBLEM)) {
            assertThat(problemCodes(reply.routeKey(), status))
                    .as(reply.toString())
                    .contains(reply.text("code"));
            assertThat(reply.json().path("status").asInt()).isEqualTo(reply.status());
        }
    }

    private List<String> responsePath(String routeKey, String status) {
        return List.of("paths", path(routeKey), method(routeKey), "responses", status);
    }

    private JsonNode resolved(List<String> path) {
        return node(resolvedPath(path));
    }

    /// Where the `$ref` at this place leads, or the place itself.
    private List<String> resolvedPath(List<String> path) {
        var ref = node(path).path("$ref").asString("");
        return ref.isEmpty() ? path : List.of(ref.substring("#/".length()).split("/", -1));
    }

    private JsonNode node(List<String> path) {
        var node = root;
        for (var name : path) {
            node = node.path(name);
        }
        return node;
    }

    private static List<String> append(List<String> path, String... names) {
        var longer = new ArrayList<>(path);
        longer.addAll(List.of(names));
        return List.copyOf(longer);
    }

    private static String method(String routeKey) {
        return routeKey.substring(0, routeKey.indexOf(' ')).toLowerCase(Locale.ROOT);
    }

    private static String path(String routeKey) {
        return routeKey.substring(routeKey.indexOf(' ') + 1);
    }
}
