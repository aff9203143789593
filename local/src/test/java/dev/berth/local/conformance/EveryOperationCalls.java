package dev.berth.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What every operation of clients refuses alike.
abstract class EveryOperationCalls {
    private static final String SANDBOX = "/sandbox/";
    private static final Set<String> BODY_CODES = Set.of("invalid_json", "invalid_body");

    private final RunningBerth berth;
    private final Api api;

    EveryOperationCalls(RunningBerth berth) {
        this.berth = berth;
        this.api = berth.admin();
    }

    @TestFactory
    Stream<DynamicTest> asksWhoCalls() {
        return eachForCallers("401", routeKey -> {
            sent(api.as(""), routeKey).answers(401, "unauthenticated");
            sent(api.as("nonsense"), routeKey).answers(401, "malformed_api_key");
            sent(api.as("berth_" + "A".repeat(43)), routeKey).answers(401, "unknown_api_key");
        });
    }

    @TestFactory
    Stream<DynamicTest> asksForItsScope() {
        var reader = berth.with("read");
        var steerer = berth.with("sessions");
        return eachForCallers("403", routeKey -> {
            var scope = scope(routeKey);
            if (!scope.equals("any")) {
                sent(scope.equals("read") ? steerer : reader, routeKey).answers(403, "forbidden");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> findsNothingUnderAnIdThatNothingHas() {
        return each("404", routeKey -> {
            var reply = sent(api, routeKey).answers(404);
            assertThat(reply.text("code")).endsWith("_not_found");
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesABodyThatIsTooLarge() {
        var text = "\"" + "x".repeat(300 * 1024) + "\"";
        return each("413", routeKey -> known(routeKey).text(text).answers(413, "body_too_large"));
    }

    @TestFactory
    Stream<DynamicTest> refusesABodyThatIsNotOne() {
        return each("400", routeKey -> {
            if (api.document().problemCodes(routeKey, "400").containsAll(BODY_CODES)) {
                known(routeKey).text("{").answers(400, "invalid_json");
                known(routeKey).raw(new byte[] {'"', (byte) 0xff, '"'}).answers(400, "invalid_json");
                known(routeKey).text("[]").answers(400, "invalid_body");
                known(routeKey).text("{\"unknown\": 1}").answers(400, "invalid_body");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesParametersThatItDoesNotTake() {
        return each("400", routeKey -> {
            var codes = api.document().problemCodes(routeKey, "400");
            if (codes.contains("invalid_parameter")) {
                known(routeKey).query("unknown", 1).answers(400, "invalid_parameter");
                known(routeKey).query("limit", "many").answers(400, "invalid_parameter");
            }
            if (codes.contains("invalid_cursor")) {
                known(routeKey).query("cursor", "nonsense").answers(400, "invalid_cursor");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesAnIdempotencyKeyThatIsNotOne() {
        return each("400", routeKey -> {
            if (api.document().problemCodes(routeKey, "400").contains("invalid_idempotency_key")) {
                sent(known(routeKey), routeKey)
                        .header("idempotency-key", "two words")
                        .answers(400, "invalid_idempotency_key");
            }
        });
    }

    private Stream<DynamicTest> each(String status, Check check) {
        return tests(ofClients(status), check);
    }

    /// Where the document asks who calls.
    private Stream<DynamicTest> eachForCallers(String status, Check check) {
        return tests(ofClients(status).filter(routeKey -> !scope(routeKey).isEmpty()), check);
    }

    private Stream<String> ofClients(String status) {
        return api.document().routeKeysWith(status).filter(routeKey -> !routeKey.contains(SANDBOX));
    }

    private String scope(String routeKey) {
        return api.document().operation(routeKey).path("x-berth-scope").asString("");
    }

    private static Stream<DynamicTest> tests(Stream<String> routeKeys, Check check) {
        return routeKeys.map(routeKey -> DynamicTest.dynamicTest(routeKey, () -> check.of(routeKey)));
    }

    /// With ids that nothing has, and otherwise as it should be.
    private Call sent(Api caller, String routeKey) {
        return sent(caller.call(routeKey, values(routeKey, "none")), routeKey);
    }

    private Call sent(Call call, String routeKey) {
        if (routeKey.startsWith("PUT ")) {
            call.header("if-match", "\"1\"");
        }
        return api.document().takesABody(routeKey)
                ? call.raw(Json.MAPPER.writeValueAsBytes(api.document().exampleBody(routeKey)))
                : call;
    }

    /// With ids of things that are there.
    private Call known(String routeKey) {
        var call = api.call(
                routeKey,
                values(routeKey, berth.scene().profile(), berth.scene().session()));
        return routeKey.startsWith("PUT ") ? call.header("if-match", "\"1\"") : call;
    }

    private static Object[] values(String routeKey, String... known) {
        List<Object> values = new ArrayList<>();
        for (var segment : routeKey.split("/", -1)) {
            switch (segment) {
                case "{profile}" -> values.add(known.length == 1 ? "prf_none" : known[0]);
                case "{session}" -> values.add(known.length == 1 ? session(routeKey) : known[1]);
                case "{version}" -> values.add(1);
                case "{output}" -> values.add("out_none");
                case "{key}" -> values.add("key_none");
                default -> {}
            }
        }
        return values.toArray();
    }

    /// A link answers alike whether its session exists; only what is no id leads nowhere.
    private static String session(String routeKey) {
        return routeKey.startsWith("GET /s/") ? "nonsense" : "ses_none";
    }

    private interface Check {
        void of(String routeKey);
    }
}
