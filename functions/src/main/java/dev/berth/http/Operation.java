package dev.berth.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// One operation of the OpenAPI document, and the check of a request against it.
///
/// @param scope `x-berth-scope`: a scope's name, `any` for every API key, `sandbox` for every sandbox; empty when open
/// @param statuses that the document says it may answer
public record Operation(
        String routeKey, Optional<String> scope, List<String> statuses, List<Parameter> parameters, Body body) {

    private static final Set<String> BEING_KNOWN = Set.of("any", "sandbox");

    static Operation read(JsonNode document, Schemas schemas, String path, String method) {
        var node = document.path("paths").path(path).path(method);
        return new Operation(
                method.toUpperCase(Locale.ROOT) + " " + path,
                node.path("x-berth-scope").stringValueOpt(),
                List.copyOf(node.path("responses").propertyNames()),
                parameters(document, schemas, path, node),
                Body.read(schemas, Schemas.resolve(document, node.path("requestBody"))));
    }

    /// The endpoint asks of its caller what the document says.
    boolean admitsAs(Endpoint<?> endpoint) {
        return switch (endpoint) {
            case Endpoint.Open<?> open -> scope.isEmpty();
            case Endpoint.Guarded<?> guarded ->
                guarded.scope() == null
                        ? scope.filter(BEING_KNOWN::contains).isPresent()
                        : scope.filter(guarded.scope().wireName()::equals).isPresent();
        };
    }

    /// @return the request with defaults filled in
    /// @throws ProblemException when a parameter or the body is not what the document says
    HttpRequest check(HttpRequest request) {
        checkPath(request.pathParameters());
        var query = checkedQuery(request.query());
        body.check(request.body());
        return request.withQuery(query);
    }

    /// What cannot be an id is an id that nothing has.
    private void checkPath(Map<String, String> given) {
        for (var parameter : parameters) {
            var value = given.get(parameter.name());
            if (parameter.inPath() && (value == null || parameter.fault(value).isPresent())) {
                throw Problems.notFound(parameter.name(), value == null ? "" : value);
            }
        }
    }

    private Map<String, String> checkedQuery(Map<String, String> given) {
        if (scope.isPresent()) {
            refuseUnknown(given);
        }
        var query = new HashMap<>(given);
        for (var parameter : parameters) {
            if (parameter.inQuery()) {
                parameter.check(query);
            }
        }
        return query;
    }

    private void refuseUnknown(Map<String, String> given) {
        var known = parameters.stream()
                .filter(Parameter::inQuery)
                .map(Parameter::name)
                .collect(Collectors.toSet());
        for (var name : given.keySet()) {
            if (!known.contains(name)) {
                throw Problems.invalidParameter(name, "is not one of this operation");
            }
        }
    }

    private static List<Parameter> parameters(JsonNode document, Schemas schemas, String path, JsonNode operation) {
        var all = new ArrayList<Parameter>();
        for (var list : List.of(document.path("paths").path(path).path("parameters"), operation.path("parameters"))) {
            list.forEach(node -> all.add(Parameter.read(schemas, Schemas.resolve(document, node))));
        }
        return List.copyOf(all);
    }
}
