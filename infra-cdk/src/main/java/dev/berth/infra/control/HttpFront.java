package dev.berth.infra.control;

import dev.berth.infra.log.LogGroups;
import dev.berth.infra.settings.Installation;
import java.util.Collection;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.CfnApi;
import software.amazon.awscdk.services.apigatewayv2.CfnRoute;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.lambda.Alias;
import software.constructs.Construct;

/// The HTTP API that clients reach: the routes of the OpenAPI document, and no other.
final class HttpFront extends Construct {
    private static final String ACCESS = """
            {"time":"$context.requestTime","requestId":"$context.requestId","route":"$context.routeKey",\
            "status":"$context.status","latencyMs":"$context.responseLatency","address":"$context.identity.sourceIp",\
            "error":"$context.integrationErrorMessage"}""";

    private final CfnApi api;

    HttpFront(Construct scope, String id, Installation installation) {
        super(scope, id);
        this.api = CfnApi.Builder.create(this, "Api")
                .name(installation.name())
                .description("Berth, for clients")
                .protocolType("HTTP")
                .build();
        // API Gateway may write to groups of this name without a policy that grows with each of them
        var log = LogGroups.of(this, "Log", "/aws/vendedlogs/%s/http".formatted(installation.name()), installation);
        CfnStage.Builder.create(this, "Stage")
                .apiId(api.getRef())
                .stageName("$default")
                .autoDeploy(true)
                .accessLogSettings(CfnStage.AccessLogSettingsProperty.builder()
                        .destinationArn(log.getLogGroupArn())
                        .format(ACCESS)
                        .build())
                .defaultRouteSettings(CfnStage.RouteSettingsProperty.builder()
                        .throttlingRateLimit(installation.limits().requestsPerSecond())
                        .throttlingBurstLimit(installation.limits().burst())
                        .build())
                .build();
    }

    /// @param routeKeys as in `GET /v1/sessions`
    void route(Collection<String> routeKeys, Alias function) {
        var target = new LambdaIntegration(this, "Function", api, "2.0", function).target();
        for (var routeKey : routeKeys) {
            CfnRoute.Builder.create(this, routeKey.replace('/', '.'))
                    .apiId(api.getRef())
                    .routeKey(routeKey)
                    .target(target)
                    .build();
        }
    }

    String apiId() {
        return api.getRef();
    }

    String domain() {
        return "%s.execute-api.%s.%s"
                .formatted(
                        api.getRef(), Stack.of(this).getRegion(), Stack.of(this).getUrlSuffix());
    }
}
