package dev.berth.organization;

import dev.berth.event.Actor;
import dev.berth.event.Json;
import dev.berth.http.Dispatch;
import dev.berth.http.Endpoint;
import dev.berth.http.HttpResponse;
import dev.berth.http.MutableClock;
import dev.berth.http.ProblemException;
import dev.berth.http.RequestBuilder;
import dev.berth.http.Spec;
import dev.berth.store.BerthStore;
import dev.berth.store.PageRequest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The organization's part of the API over a test's table.
final class OrganizationApi {
    private static final Spec SPEC = Spec.load();
    private static final Ids IDS = Ids.ulids();
    private static final String BASE_URL = "http://127.0.0.1:8080";

    private final BerthStore store;
    private final MutableClock clock = new MutableClock();
    private final SecureRandom random = new SecureRandom();
    private final ApiKeys keys;
    private final DeleteApiKey deleteApiKey;
    private final SignIns signIns;
    private final Dispatch<Caller> dispatch;

    OrganizationApi(BerthStore store) {
        this.store = store;
        this.keys = new ApiKeys(store);
        this.deleteApiKey = new DeleteApiKey(keys);
        this.signIns = new SignIns(store, random, clock);
        this.dispatch = new Dispatch<>(SPEC, new CallerAuthenticator(keys, signIns, BASE_URL), endpoints());
    }

    private List<Endpoint<Caller>> endpoints() {
        var createApiKey = new CreateApiKey(keys, IDS, clock, () -> ApiKeySecret.random(random));
        return Stream.of(
                        new ApiKeyRoutes(keys, createApiKey, deleteApiKey).endpoints(),
                        new SignInRoutes(keys, signIns, BASE_URL).endpoints(),
                        new OrganizationRoutes(new Organizations(store)).endpoints())
                .flatMap(List::stream)
                .toList();
    }

    record Key(String text) {}

    /// A new organization each time, unlike [CreateOrganization].
    Key organizationWithAdmin() {
        var secret = ApiKeySecret.random(random);
        var organization = Organization.named(IDS.next("org"), "Acme");
        var key = new ApiKey(
                IDS.next("key"), organization.id(), secret.hash(), "first", Set.of(Scope.ADMIN), clock.instant());
        var transaction = new Organizations(store).insertInto(store.transaction(), organization);
        if (!keys.insertInto(transaction, key).commit()) {
            throw new IllegalStateException("not made");
        }
        return new Key(secret.text());
    }

    MutableClock clock() {
        return clock;
    }

    HttpResponse answer(RequestBuilder request) {
        return dispatch.answer(request.build());
    }

    JsonNode body(HttpResponse answer) {
        return Json.MAPPER.readTree(answer.body());
    }

    String organizationOf(Key key) {
        return keys.byHash(new ApiKeySecret(key.text()).hash()).orElseThrow().organization();
    }

    void deleteDirectly(String organization, String id) {
        try {
            deleteApiKey.delete(new Caller(organization, Actor.BERTH, Set.of(Scope.ADMIN)), id);
        } catch (ProblemException refused) {
            if (!refused.problem().code().equals("last_admin_key")) {
                throw refused;
            }
        }
    }

    long adminKeys(String organization) {
        return keys.list(organization, new PageRequest(100, null)).items().stream()
                .filter(key -> key.scopes().contains(Scope.ADMIN))
                .count();
    }
}
