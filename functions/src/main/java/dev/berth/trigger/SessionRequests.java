package dev.berth.trigger;

import dev.berth.event.Actor;
import dev.berth.event.BusRequest.SessionRequested;
import dev.berth.event.Json;
import dev.berth.http.Dispatch;
import dev.berth.http.Endpoint;
import dev.berth.http.HttpRequest;
import dev.berth.http.Spec;
import dev.berth.organization.Caller;
import dev.berth.organization.Organization;
import dev.berth.organization.Organizations;
import dev.berth.organization.Scope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts a session that was asked for on the bus: the same request as `POST /v1/sessions`, with the event's id as its
/// idempotency key, checked and answered by the same operation.
public final class SessionRequests {
    private static final Logger LOG = LoggerFactory.getLogger(SessionRequests.class);
    private static final String ROUTE = "POST /v1/sessions";
    private static final int TOO_MANY = 429;

    private final Spec spec;
    private final List<Endpoint<Caller>> endpoints;
    private final Organizations organizations;
    private final Supplier<Optional<Organization>> only;

    /// @param endpoints has `POST /v1/sessions`
    /// @param only the organization, where there is one
    public SessionRequests(
            Spec spec,
            List<Endpoint<Caller>> endpoints,
            Organizations organizations,
            Supplier<Optional<Organization>> only) {
        this.spec = spec;
        this.endpoints = endpoints;
        this.organizations = organizations;
        this.only = only;
    }

    /// What can never succeed is logged with what to do, and over.
    ///
    /// @throws NotNow when the same event may succeed later
    public void start(String eventId, SessionRequested request) {
        var organization = organization(request);
        if (organization.isEmpty()) {
            LOG.error("Event {} starts no session: it names no organization that there is", eventId);
            return;
        }
        var actor = new Actor(Actor.Kind.EVENT, request.actor() == null ? eventId : request.actor());
        var caller = new Caller(organization.get(), actor, Set.of(Scope.SESSIONS));
        var answer = new Dispatch<>(spec, (_, _) -> caller, endpoints).answer(http(eventId, request));
        var said = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.status() == TOO_MANY || answer.status() >= 500) {
            throw new NotNow("Event %s starts no session now: %s".formatted(eventId, said));
        }
        if (answer.status() >= 400) {
            LOG.error("Event {} starts no session: {}", eventId, said);
        }
    }

    private Optional<String> organization(SessionRequested request) {
        var named = request.organization() == null ? only.get() : organizations.find(request.organization());
        return named.map(Organization::id);
    }

    private static HttpRequest http(String eventId, SessionRequested request) {
        return new HttpRequest(
                ROUTE,
                "POST",
                "/v1/sessions",
                Map.of(),
                Map.of(),
                Map.of("idempotency-key", eventId, "content-type", "application/json"),
                Json.MAPPER.writeValueAsBytes(request.session()),
                eventId);
    }

    /// The event is to be tried again.
    public static final class NotNow extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotNow(String message) {
            super(message);
        }
    }
}
