package dev.berth.http;

import java.util.List;
import java.util.Map;

/// What anybody may read: that Berth answers, and what it can do.
public final class HealthRoutes {
    private final Spec spec;

    public HealthRoutes(Spec spec) {
        this.spec = spec;
    }

    public <C> List<Endpoint<C>> endpoints() {
        return List.of(
                Endpoint.open("GET /healthz", request -> HttpResponse.json(200, Map.of("status", "ok"))),
                Endpoint.open("GET /openapi.json", request -> document()));
    }

    private HttpResponse document() {
        return new HttpResponse(200, Map.of("content-type", "application/json"), spec.json());
    }
}
