package dev.berth.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.http.Spec;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("node")
final class FrontDoorsTest {
    private final Templates templates = Synthesis.of(Synthesis.DEFAULTS);

    /// That the functions' table has the same routes, `EveryOperationIsBuiltTest` says.
    @Test
    void theHttpApiHasTheRoutesOfTheOpenApiDocumentAndNoOther() {
        assertThat(routeKeys().filter(key -> !key.startsWith("$")))
                .containsExactlyInAnyOrderElementsOf(Spec.load().operations().keySet().stream()
                        .filter(key -> !key.contains(" /sandbox/"))
                        .toList());
    }

    @Test
    void theWebSocketApiHearsOfEverything() {
        assertThat(routeKeys().filter(key -> key.startsWith("$")))
                .containsExactlyInAnyOrder("$connect", "$disconnect", "$default");
    }

    @Test
    void bothApisAreThrottled() {
        assertThat(templates.resources("AWS::ApiGatewayV2::Stage")).hasSize(2).allSatisfy(stage -> assertThat(
                        stage.property("/DefaultRouteSettings/ThrottlingRateLimit")
                                .asInt())
                .isEqualTo(50));
    }

    @Test
    void theHttpApiSaysWhoCalled() {
        assertThat(templates.resources("AWS::ApiGatewayV2::Stage").stream()
                        .filter(stage -> stage.text("/StageName").equals("$default")))
                .singleElement()
                .satisfies(stage -> assertThat(stage.property("/AccessLogSettings/DestinationArn")
                                .isMissingNode())
                        .isFalse());
    }

    @Test
    void sandboxesAreKnownByTheirTokensNotByAws() {
        assertThat(templates.only("AWS::Lambda::Url").text("/AuthType")).isEqualTo("NONE");
    }

    @Test
    void onePublicAddressIsInFrontOfBothApisAndKeepsNothing() {
        var distribution = templates.only("AWS::CloudFront::Distribution");
        var cachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
        assertThat(distribution.property("/DistributionConfig/Origins")).hasSize(2);
        assertThat(distribution.text("/DistributionConfig/DefaultCacheBehavior/CachePolicyId"))
                .isEqualTo(cachingDisabled);
        assertThat(distribution.text("/DistributionConfig/CacheBehaviors/0/PathPattern"))
                .isEqualTo("/socket");
        assertThat(distribution.text("/DistributionConfig/CacheBehaviors/0/CachePolicyId"))
                .isEqualTo(cachingDisabled);
    }

    @Test
    void aDomainIsTheAddressWhereThereIsOne() {
        var others = Synthesis.of(Synthesis.EVERYTHING);
        assertThat(others.only("AWS::CloudFront::Distribution").text("/DistributionConfig/Aliases/0"))
                .isEqualTo("berth.acme.example");
        assertThat(others.stack("control-plane").at("/Outputs/Url/Value").stringValue())
                .isEqualTo("https://berth.acme.example");
    }

    @Test
    void outputsHaveNoSecret() {
        assertThat(templates.stack("control-plane").path("Outputs").propertyNames().stream()
                        .filter(name -> !name.startsWith("ExportsOutput")))
                .containsExactly("Url");
    }

    private Stream<String> routeKeys() {
        return templates.resources("AWS::ApiGatewayV2::Route").stream().map(route -> route.text("/RouteKey"));
    }
}
