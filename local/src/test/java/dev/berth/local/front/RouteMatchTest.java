package dev.berth.local.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RouteMatchTest {
    private static final List<RoutePattern> PATTERNS = Stream.of(
                    "GET /v1/profiles/{profile}",
                    "GET /v1/profiles/known",
                    "ANY /v1/profiles/{profile}",
                    "GET /v1/{kind}/known",
                    "GET /s/{session}")
            .map(RoutePattern::parse)
            .toList();

    @Test
    void aLiteralSegmentGoesBeforeAParameter() {
        assertThat(match("GET", "v1", "profiles", "known")).isEqualTo("GET /v1/profiles/known");
    }

    @Test
    void anEarlierLiteralGoesBeforeALaterOne() {
        assertThat(match("GET", "v1", "others", "known")).isEqualTo("GET /v1/{kind}/known");
        assertThat(match("GET", "v1", "profiles", "other")).isEqualTo("GET /v1/profiles/{profile}");
    }

    @Test
    void aMethodGoesBeforeAnyMethod() {
        assertThat(match("GET", "v1", "profiles", "p")).isEqualTo("GET /v1/profiles/{profile}");
        assertThat(match("PUT", "v1", "profiles", "p")).isEqualTo("ANY /v1/profiles/{profile}");
    }

    @Test
    void whatFitsNoRouteIsTheDefault() {
        assertThat(match("GET", "v1", "profiles")).isEqualTo("$default");
        assertThat(match("GET", "v1", "profiles", "p", "more")).isEqualTo("$default");
        assertThat(match("POST", "s", "ses_1")).isEqualTo("$default");
    }

    @Test
    void anEmptySegmentIsNoParameter() {
        assertThat(match("GET", "s", "")).isEqualTo("$default");
    }

    @Test
    void parametersComeByName() {
        assertThat(RouteMatch.of(PATTERNS, "GET", List.of("s", "ses_1")).pathParameters())
                .isEqualTo(Map.of("session", "ses_1"));
    }

    private static String match(String method, String... segments) {
        return RouteMatch.of(PATTERNS, method, List.of(segments)).routeKey();
    }
}
