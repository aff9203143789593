package dev.berth.http;

import static dev.berth.http.RequestBuilder.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.berth.event.Json;
import dev.berth.organization.Scope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class HostileBodyTest {
    private static final String ROUTE = "POST /v1/sessions";
    private static final String DRAFT = "PUT /v1/profiles/{profile}/draft";
    private static final Dispatch<String> DISPATCH = new Dispatch<>(
            Spec.load(),
            (request, scope) -> "somebody",
            List.of(
                    Endpoint.of(ROUTE, Scope.SESSIONS, (request, caller) -> HttpResponse.empty(202)),
                    Endpoint.of(DRAFT, Scope.PROFILES, (request, caller) -> HttpResponse.empty(200))));

    static Stream<Arguments> malformed() {
        return Stream.of(
                arguments("nothing", bytes("")),
                arguments("blank", bytes("  \n")),
                arguments("half a document", bytes("{\"profile\": \"prf_1\"")),
                arguments("two documents", bytes("{} {}")),
                arguments("something behind it", bytes("{\"profile\":\"prf_1\",\"task\":\"x\"} tail")),
                arguments("bad UTF-8", new byte[] {'{', '"', (byte) 0xc3, '(', '"', ':', '1', '}'}),
                arguments("overlong UTF-8", new byte[] {'"', (byte) 0xc0, (byte) 0xaf, '"'}),
                arguments("UTF-16", "{\"profile\":\"prf_1\",\"task\":\"x\"}".getBytes(StandardCharsets.UTF_16)),
                arguments("a NUL byte", bytes("{\"profile\":\"prf_1\",\"task\":\"a\0b\"}")),
                arguments("half of a surrogate pair", bytes("{\"profile\":\"prf_1\",\"task\":\"\\ud800\"}")),
                arguments("a name twice", bytes("{\"profile\":\"prf_1\",\"task\":\"x\",\"task\":\"y\"}")),
                arguments("100,000 brackets", bytes("[".repeat(100_000))),
                arguments("100,000 closed brackets", bytes("[".repeat(100_000) + "]".repeat(100_000))),
                arguments("a number of 100,000 digits", bytes("{\"version\":" + "9".repeat(100_000) + "}")),
                arguments("NaN", bytes("{\"version\":NaN}")),
                arguments("a comment", bytes("{/* */}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void whatIsNotJsonIsRefused(String name, byte[] body) {
        assertThat(refusal(ROUTE, body).path("code").stringValue()).isEqualTo("invalid_json");
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                arguments("null", "null", ""),
                arguments("an array", "[]", ""),
                arguments("a missing field", "{\"profile\":\"prf_1\"}", "/task"),
                arguments("an unknown field", "{\"profile\":\"prf_1\",\"task\":\"x\",\"tsak\":\"y\"}", "/tsak"),
                arguments("an unknown field to escape", "{\"profile\":\"p\",\"task\":\"x\",\"a/b~c\":1}", "/a~1b~0c"),
                arguments("a wrong type", "{\"profile\":1,\"task\":\"x\"}", "/profile"),
                arguments(
                        "a text instead of a number",
                        "{\"profile\":\"p\",\"task\":\"x\",\"version\":\"1\"}",
                        "/version"),
                arguments("a number out of range", "{\"profile\":\"p\",\"task\":\"x\",\"version\":0}", "/version"),
                arguments(
                        "a number beyond int", "{\"profile\":\"p\",\"task\":\"x\",\"version\":4294967297}", "/version"),
                arguments("a huge exponent", "{\"profile\":\"p\",\"task\":\"x\",\"version\":1e999999999}", "/version"),
                arguments("a fraction", "{\"profile\":\"p\",\"task\":\"x\",\"version\":1.5}", "/version"),
                arguments("null where a text is needed", "{\"profile\":\"p\",\"task\":null}", "/task"),
                arguments("an escaped NUL", "{\"profile\":\"p\",\"task\":\"a\\u0000b\"}", "/task"),
                arguments("a blank task", "{\"profile\":\"p\",\"task\":\" \\n\"}", "/task"),
                arguments("a task too long", "{\"profile\":\"p\",\"task\":\"" + "x".repeat(65_537) + "\"}", "/task"),
                arguments(
                        "a task too long in bytes",
                        "{\"profile\":\"p\",\"task\":\"" + "é".repeat(32_769) + "\"}",
                        "/task"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalid")
    void whatTheSchemaRefusesIsNamedByAPointer(String name, String body, String pointer) {
        var refusal = refusal(ROUTE, bytes(body));

        assertThat(refusal.path("code").stringValue()).isEqualTo("invalid_body");
        assertThat(refusal.path("errors").valueStream().map(error -> error.path("pointer")
                        .stringValue()))
                .contains(pointer);
        assertThat(refusal.path("errors").get(0).path("detail").stringValue()).isNotBlank();
    }

    @Test
    void aTaskOf64KiBIsTaken() {
        var body = "{\"profile\":\"prf_1\",\"task\":\"" + "é".repeat(32_768) + "\"}";

        assertThat(answer(ROUTE, bytes(body)).status()).isEqualTo(202);
    }

    @Test
    void aBodyOverTheLimitIsTooLarge() {
        var answer = answer(ROUTE, bytes("{\"profile\":\"prf_1\",\"task\":\"" + "x".repeat(1024 * 1024) + "\"}"));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(Json.MAPPER.readTree(answer.body()).path("code").stringValue())
                .isEqualTo("body_too_large");
    }

    @Test
    void noMoreThanTwentyFaultsAreListed() {
        var repositories = "{\"id\":1},".repeat(5000);
        var body = "{\"repositories\":[" + repositories + "{}]}";

        var refusal = refusal(DRAFT, bytes(body));

        assertThat(refusal.path("errors").size()).isEqualTo(20);
        assertThat(refusal.path("detail").stringValue()).contains("more");
    }

    private static JsonNode refusal(String routeKey, byte[] body) {
        var answer = answer(routeKey, body);
        assertThat(answer.status()).isEqualTo(400);
        return Json.MAPPER.readTree(answer.body());
    }

    private static HttpResponse answer(String routeKey, byte[] body) {
        return DISPATCH.answer(
                request(routeKey).path("profile", "prf_1").body(body).build());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
