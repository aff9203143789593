package dev.berth.infra.control;

import dev.berth.infra.settings.Installation;
import java.util.List;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.CfnApi;
import software.amazon.awscdk.services.apigatewayv2.CfnRoute;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.lambda.Alias;
import software.constructs.Construct;

/// The WebSocket API that sandboxes and browsers are woken through. Sockets only wake: nothing is lost with one.
final class SocketFront extends Construct {
    /// Also the path that it has behind the public address.
    static final String STAGE = "socket";

    private final CfnApi api;

    SocketFront(Construct scope, String id, Installation installation) {
        super(scope, id);
        this.api = CfnApi.Builder.create(this, "Api")
                .name(installation.name() + "-sockets")
                .description("Berth, for sandboxes and browsers that wait")
                .protocolType("WEBSOCKET")
                .routeSelectionExpression("$request.body.action")
                .build();
        // an access log here would need a role that belongs to the whole account; the function logs what happens
        CfnStage.Builder.create(this, "Stage")
                .apiId(api.getRef())
                .stageName(STAGE)
                .autoDeploy(true)
                .defaultRouteSettings(CfnStage.RouteSettingsProperty.builder()
                        .throttlingRateLimit(installation.limits().requestsPerSecond())
                        .throttlingBurstLimit(installation.limits().burst())
                        .build())
                .build();
    }

    void route(Alias function) {
        var target = new LambdaIntegration(this, "Function", api, "1.0", function).target();
        for (var routeKey : List.of("$connect", "$disconnect", "$default")) {
            CfnRoute.Builder.create(this, routeKey.substring(1))
                    .apiId(api.getRef())
                    .routeKey(routeKey)
                    .authorizationType("NONE")
                    .target(target)
                    .build();
        }
    }

    /// As in `abc.execute-api.eu-central-1.amazonaws.com`.
    String domain() {
        return "%s.execute-api.%s.%s"
                .formatted(
                        api.getRef(), Stack.of(this).getRegion(), Stack.of(this).getUrlSuffix());
    }

    String url() {
        return "wss://%s/%s".formatted(domain(), STAGE);
    }

    /// Where a message is posted to a connection.
    String endpoint() {
        return "https://%s/%s".formatted(domain(), STAGE);
    }

    /// Every connection of this API, to be posted to.
    String connectionsArn() {
        return Stack.of(this)
                .formatArn(ArnComponents.builder()
                        .service("execute-api")
                        .resource(api.getRef())
                        .resourceName(STAGE + "/POST/@connections/*")
                        .build());
    }
}
