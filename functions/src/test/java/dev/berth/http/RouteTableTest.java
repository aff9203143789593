package dev.berth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.http.RouteTable.Match;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {
    private final RouteTable routes = new RouteTable(List.of(
            "GET /v1/things", "POST /v1/things", "GET /v1/things/{thing}", "GET /v1/things/{thing}/parts/{part}"));

    @Test
    void aPathIsMatchedWithItsParameters() {
        assertThat(routes.match("GET", "/v1/things/a%2Fb/parts/p+q"))
                .isEqualTo(
                        new Match.Found("GET /v1/things/{thing}/parts/{part}", Map.of("thing", "a/b", "part", "p+q")));
    }

    @Test
    void anotherMethodNamesTheAllowedOnes() {
        assertThat(routes.match("PUT", "/v1/things")).isEqualTo(new Match.OtherMethod("GET, POST"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//",
                "/v1",
                "/v1/things/",
                "/v1//things",
                "/v1/things//parts/p",
                "v1/things",
                "/V1/things"
            })
    void whatNoTemplateHasIsNothing(String path) {
        assertThat(routes.match("GET", path)).isEqualTo(new Match.Nothing());
    }

    @Test
    void aBrokenPercentIsTakenAsItIs() {
        assertThat(routes.match("GET", "/v1/things/50%"))
                .isEqualTo(new Match.Found("GET /v1/things/{thing}", Map.of("thing", "50%")));
    }
}
