package dev.berth.organization;

import dev.berth.http.Endpoint;
import dev.berth.http.HttpRequest;
import dev.berth.http.HttpResponse;
import dev.berth.http.Problems;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `/v1/api-keys`.
public final class ApiKeyRoutes {
    private final ApiKeys keys;
    private final CreateApiKey createApiKey;
    private final DeleteApiKey deleteApiKey;

    public ApiKeyRoutes(ApiKeys keys, CreateApiKey createApiKey, DeleteApiKey deleteApiKey) {
        this.keys = keys;
        this.createApiKey = createApiKey;
        this.deleteApiKey = deleteApiKey;
    }

    public List<Endpoint<Caller>> endpoints() {
        return List.of(
                Endpoint.of("POST /v1/api-keys", this::create),
                Endpoint.of("GET /v1/api-keys", Scope.READ, this::list),
                Endpoint.of("GET /v1/api-keys/{key}", Scope.READ, this::get),
                Endpoint.of("DELETE /v1/api-keys/{key}", Scope.ADMIN, this::delete));
    }

    private HttpResponse create(HttpRequest request, Caller caller) {
        var body = request.json(Creation.class);
        var created = createApiKey.create(caller, body.name(), body.scopes());
        return HttpResponse.json(201, Shown.of(created.key(), created.secret().text()));
    }

    private HttpResponse list(HttpRequest request, Caller caller) {
        return HttpResponse.json(
                200, keys.list(caller.organization(), request.page()).map(key -> Shown.of(key, null)));
    }

    private HttpResponse get(HttpRequest request, Caller caller) {
        var id = request.pathParameter("key");
        var key = keys.find(caller.organization(), id).orElseThrow(() -> Problems.notFound("key", id));
        return HttpResponse.json(200, Shown.of(key, null));
    }

    private HttpResponse delete(HttpRequest request, Caller caller) {
        deleteApiKey.delete(caller, request.pathParameter("key"));
        return HttpResponse.empty(204);
    }

    record Creation(String name, Set<Scope> scopes) {}

    /// @param key the text, in the answer that made it
    record Shown(
            String id,
            String name,
            Set<Scope> scopes,
            Instant createdAt,
            @Nullable String key) {
        static Shown of(ApiKey key, @Nullable String text) {
            return new Shown(key.id(), key.name(), key.orderedScopes(), key.createdAt(), text);
        }
    }
}
