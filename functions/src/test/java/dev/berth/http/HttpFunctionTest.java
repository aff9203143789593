package dev.berth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Json;
import dev.berth.organization.Scope;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HttpFunctionTest {
    private static final byte[] NO_TEXT = {0, (byte) 0xff, 1};

    private final HttpFunction<String> function = new HttpFunction<>(new Dispatch<>(
            Spec.load(),
            (request, scope) -> request.headers().toString(),
            List.of(
                    Endpoint.open(
                            "GET /healthz",
                            request -> new HttpResponse(200, Map.of("content-type", "image/png"), NO_TEXT)),
                    Endpoint.of(
                            "GET /v1/organization",
                            Scope.READ,
                            (request, caller) -> HttpResponse.text(200, "text/plain", caller)),
                    Endpoint.of(
                            "POST /v1/sessions",
                            Scope.SESSIONS,
                            (request, caller) -> HttpResponse.text(
                                    200, "text/plain", new String(request.body(), StandardCharsets.UTF_8))))));

    @Test
    void aPayload20EventIsAnswered() {
        var answer = handle("""
                {"version": "2.0", "routeKey": "GET /v1/organization", "rawPath": "/v1/organization", "rawQueryString": "",
                 "headers": {"authorization": "Bearer x", "accept": "a,b"}, "isBase64Encoded": false,
                 "requestContext": {"requestId": "JKJaXmPLvHcESHA=", "http": {"method": "GET", "path": "/v1/organization",
                  "sourceIp": "192.0.2.1", "protocol": "HTTP/1.1", "userAgent": "curl"}, "stage": "$default", "timeEpoch": 1}}
                """);

        assertThat(answer.path("statusCode").intValue()).isEqualTo(200);
        assertThat(answer.path("body").stringValue()).contains("authorization=Bearer x");
        assertThat(answer.path("isBase64Encoded").booleanValue()).isFalse();
        assertThat(answer.at("/headers/berth-request-id").stringValue()).isEqualTo("JKJaXmPLvHcESHA=");
    }

    @Test
    void aBodyInBase64IsTheSameBody() {
        var body = "{\"profile\":\"prf_1\",\"task\":\"Grüße\"}";
        var encoded = Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));

        var plain = handle(event("POST /v1/sessions", Map.of("body", body)));
        var base64 = handle(event("POST /v1/sessions", Map.of("body", encoded, "isBase64Encoded", true)));

        assertThat(plain.path("body").stringValue()).isEqualTo(body);
        assertThat(base64.path("body").stringValue()).isEqualTo(body);
    }

    @Test
    void whatIsNoTextLeavesAsBase64() {
        var answer = handle(event("GET /healthz", Map.of()));

        assertThat(answer.path("isBase64Encoded").booleanValue()).isTrue();
        assertThat(Base64.getDecoder().decode(answer.path("body").stringValue()))
                .isEqualTo(NO_TEXT);
    }

    @Test
    void headersInAnyCaseAreOneHeader() {
        var headers = Map.of("Authorization", "Bearer x", "X-Odd", "1", "x-odd", "2");

        var answer = handle(event("GET /v1/organization", Map.of("headers", headers)));

        assertThat(answer.path("body").stringValue())
                .contains("authorization=Bearer x")
                .containsPattern("x-odd=(1,2|2,1)");
    }

    @Test
    void anEventWithoutAnythingIsNoRoute() {
        var answer = handle("{}");

        assertThat(answer.path("statusCode").intValue()).isEqualTo(404);
        assertThat(answer.path("body").stringValue()).contains("no_such_route");
    }

    @Test
    void nullHeadersAndParametersAreAbsent() {
        var answer = handle("""
                {"routeKey": "GET /v1/organization", "headers": {"a": null}, "queryStringParameters": null,
                 "pathParameters": {"x": null}, "body": null}
                """);

        assertThat(answer.path("statusCode").intValue()).isEqualTo(200);
    }

    private static String event(String routeKey, Map<String, Object> more) {
        var event = new HashMap<String, Object>(more);
        event.put("routeKey", routeKey);
        return Json.MAPPER.writeValueAsString(event);
    }

    private JsonNode handle(String event) {
        return Json.MAPPER.readTree(function.handle(event.getBytes(StandardCharsets.UTF_8)));
    }
}
