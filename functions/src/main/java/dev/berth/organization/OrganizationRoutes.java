package dev.berth.organization;

import dev.berth.http.Endpoint;
import dev.berth.http.HttpRequest;
import dev.berth.http.HttpResponse;
import java.util.List;

/// `/v1/organization`: the caller's own.
public final class OrganizationRoutes {
    private final Organizations organizations;

    public OrganizationRoutes(Organizations organizations) {
        this.organizations = organizations;
    }

    public List<Endpoint<Caller>> endpoints() {
        return List.of(
                Endpoint.of("GET /v1/organization", Scope.READ, this::get),
                Endpoint.of("PATCH /v1/organization", Scope.ADMIN, this::change));
    }

    private HttpResponse get(HttpRequest request, Caller caller) {
        return answer(organizations.get(caller.organization()));
    }

    private HttpResponse change(HttpRequest request, Caller caller) {
        var change = request.json(OrganizationChange.class);
        return answer(organizations.change(caller.organization(), change::of));
    }

    private static HttpResponse answer(Organization organization) {
        return HttpResponse.json(
                200, new Shown(organization.id(), organization.name(), organization.settings(), organization.limits()));
    }

    record Shown(String id, String name, Organization.Settings settings, Organization.Limits limits) {}
}
