package dev.berth.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The organization, its keys, and what needs nobody.
abstract class OrganizationCalls {
    private final RunningBerth berth;
    private final Api api;

    OrganizationCalls(RunningBerth berth) {
        this.berth = berth;
        this.api = berth.admin();
    }

    @Test
    void healthAndDocumentAreForEverybody() {
        api.as("").call("GET /healthz").answers(200);
        api.as("").call("GET /openapi.json").answers(200);
    }

    @Test
    void anOrganizationIsReadAndChanged() {
        var before = api.call("GET /v1/organization").answers(200);
        var changed = api.call("PATCH /v1/organization")
                .json(Map.of("limits", Map.of("maxLifetimeMinutes", 1_439)))
                .answers(200);
        assertThat(changed.json().at("/limits/maxLifetimeMinutes").asInt()).isEqualTo(1_439);
        assertThat(changed.json().at("/limits/queuedSessions"))
                .isEqualTo(before.json().at("/limits/queuedSessions"));
    }

    @Test
    void aKeyIsShownOnceAndOpensNothingWhenDeleted() {
        var made = api.call("POST /v1/api-keys")
                .json(Map.of("name", "short-lived", "scopes", List.of("read")))
                .answers(201);
        var id = made.text("id");
        assertThat(api.call("GET /v1/api-keys/{key}", id).answers(200).json().has("key"))
                .isFalse();
        assertThat(api.call("GET /v1/api-keys").answers(200).text())
                .contains(id)
                .doesNotContain(made.text("key"));
        api.call("DELETE /v1/api-keys/{key}", id).answers(204);
        api.as(made.text("key")).call("GET /v1/organization").answers(401, "unknown_api_key");
    }

    @Test
    void aKeyGivesOnlyScopesThatItHas() {
        berth.with("read")
                .call("POST /v1/api-keys")
                .json(Map.of("name", "more", "scopes", List.of("read", "sessions")))
                .answers(403, "scope_not_held");
    }

    @Test
    void theLastAdministratorsKeyStays() {
        var stranger = berth.stranger();
        var id = stranger.call("GET /v1/api-keys")
                .answers(200)
                .json()
                .at("/items/0/id")
                .asString();
        stranger.call("DELETE /v1/api-keys/{key}", id).answers(409, "last_admin_key");
    }

    @Test
    void aBrowserSignsInAndOut() {
        var nobody = api.as("");
        var keyOnly = Map.of("key", api.bearer());
        var cookie = nobody.call("POST /v1/sign-in")
                .json(keyOnly)
                .answers(204)
                .header("set-cookie")
                .replaceFirst(";.*", "");
        nobody.call("GET /v1/organization").header("cookie", cookie).answers(200);
        nobody.call("PATCH /v1/organization")
                .header("cookie", cookie)
                .json(Map.of())
                .answers(403, "cross_site_request");
        nobody.call("DELETE /v1/sign-in").header("cookie", cookie).answers(204);
        nobody.call("GET /v1/organization").header("cookie", cookie).answers(401, "sign_in_ended");
    }

    @Test
    void whoCannotSignInIsToldWhy() {
        var nobody = api.as("");
        nobody.call("POST /v1/sign-in").json(Map.of("key", "berth_")).answers(401, "malformed_api_key");
        nobody.call("POST /v1/sign-in").json(Map.of()).answers(400, "invalid_body");
        nobody.call("POST /v1/sign-in")
                .header("origin", "https://elsewhere.example")
                .json(Map.of("key", api.bearer()))
                .answers(403, "cross_site_request");
        nobody.call("DELETE /v1/sign-in")
                .header("origin", "https://elsewhere.example")
                .answers(403, "cross_site_request");
    }
}
