package dev.berth.http;

import static dev.berth.http.RequestBuilder.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.event.Json;
import dev.berth.organization.Scope;
import dev.berth.store.Optimistic;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DispatchTest {
    private final Dispatch<String> dispatch = new Dispatch<>(
            Spec.load(),
            (request, scope) -> "somebody",
            List.of(
                    Endpoint.open("GET /healthz", request -> HttpResponse.text(200, "text/plain", "fine")),
                    Endpoint.of(
                            "GET /v1/organization",
                            Scope.READ,
                            (request, caller) -> HttpResponse.text(200, "text/plain", caller)),
                    Endpoint.of(
                            "GET /v1/sessions",
                            Scope.READ,
                            (request, caller) -> HttpResponse.json(200, request.query())),
                    Endpoint.of(
                            "GET /v1/sessions/{session}",
                            Scope.READ,
                            (request, caller) ->
                                    HttpResponse.text(200, "text/plain", request.pathParameter("session"))),
                    Endpoint.of("DELETE /v1/sessions/{session}", Scope.SESSIONS, (request, caller) -> {
                        throw new IllegalStateException("password=hunter2");
                    }),
                    Endpoint.of(
                            "POST /v1/sessions/{session}/stop",
                            Scope.SESSIONS,
                            (request, caller) -> Optimistic.retry(Optional::empty))));

    @Test
    void everyAnswerHasTheRequestIdAndIsNotStored() {
        var answer = dispatch.answer(request("GET /healthz").build());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .containsEntry("berth-request-id", "req-1")
                .containsEntry("cache-control", "no-store");
    }

    @Test
    void aRequestThatMatchedNoRouteIsMatchedByMethodAndPath() {
        var answer = dispatch.answer(unmatched("GET", "/v1/sessions/ses_1"));

        assertThat(new String(answer.body(), UTF_8)).isEqualTo("ses_1");
    }

    @Test
    void anUnknownPathIsNoRoute() {
        var answer = dispatch.answer(unmatched("GET", "/v2/anything"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(problem(answer).path("code").stringValue()).isEqualTo("no_such_route");
    }

    @Test
    void anotherMethodIsToldWhichThePathTakes() {
        var answer = dispatch.answer(unmatched("PUT", "/v1/sessions/ses_1"));

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("allow", "DELETE, GET");
        assertThat(problem(answer).path("code").stringValue()).isEqualTo("method_not_allowed");
    }

    @Test
    void whatCannotBeAnIdIsNotFound() {
        for (var id : List.of("nonsense", "ses_", "ses_" + "a".repeat(3000), "ses_1\nses_2", "ses_'\u0000")) {
            var answer = dispatch.answer(
                    request("GET /v1/sessions/{session}").path("session", id).build());

            assertThat(answer.status()).as(id).isEqualTo(404);
            assertThat(problem(answer).path("code").stringValue()).isEqualTo("session_not_found");
        }
    }

    @Test
    void defaultsOfTheDocumentAreFilledIn() {
        var answer = dispatch.answer(
                request("GET /v1/sessions").query("status", "running").build());

        assertThat(Json.MAPPER.readTree(answer.body()).toString())
                .contains("\"limit\":\"20\"")
                .contains("\"status\":\"running\"");
    }

    @Test
    void parametersThatTheDocumentRefusesAreRefused() {
        assertThat(refused("limit", "0")).contains("'limit'");
        assertThat(refused("limit", "101")).contains("'limit'");
        assertThat(refused("limit", "1,2")).contains("'limit'");
        assertThat(refused("limit", "99999999999999999999999")).contains("'limit'");
        assertThat(refused("status", "sleeping")).contains("'status'").contains("queued");
        assertThat(refused("stauts", "running")).contains("'stauts'");
    }

    @Test
    void aFailureNobodyForesawShowsNothingOfTheInside() {
        var answer = dispatch.answer(request("DELETE /v1/sessions/{session}")
                .path("session", "ses_1")
                .build());

        assertThat(answer.status()).isEqualTo(500);
        assertThat(new String(answer.body(), UTF_8)).doesNotContain("hunter2").contains("\"requestId\":\"req-1\"");
    }

    @Test
    void contentionIsBusyAndMayBeRepeated() {
        var answer = dispatch.answer(request("POST /v1/sessions/{session}/stop")
                .path("session", "ses_1")
                .build());

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsEntry("retry-after", "1");
        assertThat(problem(answer).path("code").stringValue()).isEqualTo("busy");
    }

    @Test
    void anEndpointThatIsNotInTheDocumentIsRefusedAtStart() {
        List<Endpoint<String>> endpoints =
                List.of(Endpoint.of("GET /v1/secret", (request, caller) -> HttpResponse.empty(204)));

        assertThatThrownBy(() -> new Dispatch<>(Spec.load(), (request, scope) -> "somebody", endpoints))
                .hasMessageContaining("GET /v1/secret");
    }

    @Test
    void anEndpointThatAsksForAnotherScopeThanTheDocumentIsRefusedAtStart() {
        List<Endpoint<String>> endpoints = List.of(
                Endpoint.of("PATCH /v1/organization", Scope.READ, (request, caller) -> HttpResponse.empty(204)));

        assertThatThrownBy(() -> new Dispatch<>(Spec.load(), (request, scope) -> "somebody", endpoints))
                .hasMessageContaining("PATCH /v1/organization");
    }

    private String refused(String parameter, String value) {
        var answer = dispatch.answer(
                request("GET /v1/sessions").query(parameter, value).build());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(problem(answer).path("code").stringValue()).isEqualTo("invalid_parameter");
        return problem(answer).path("detail").stringValue();
    }

    private static HttpRequest unmatched(String method, String path) {
        var request = request(method + " " + path).build();
        return new HttpRequest(
                "$default",
                method,
                path,
                request.pathParameters(),
                request.query(),
                request.headers(),
                request.body(),
                "req-1");
    }

    private static JsonNode problem(HttpResponse answer) {
        assertThat(answer.headers()).containsEntry("content-type", Problem.CONTENT_TYPE);
        return Json.MAPPER.readTree(answer.body());
    }
}
