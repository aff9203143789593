package dev.berth.infra.control;

import java.util.List;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.CfnApi;
import software.amazon.awscdk.services.apigatewayv2.CfnIntegration;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.CfnPermission;
import software.constructs.Construct;

/// One function behind all routes of an API, with one permission: one for each route would outgrow the function's
/// policy.
final class LambdaIntegration extends Construct {
    private final CfnIntegration integration;

    /// @param payloadFormat of the events that the function gets
    LambdaIntegration(Construct scope, String id, CfnApi api, String payloadFormat, Alias function) {
        super(scope, id);
        var stack = Stack.of(this);
        this.integration = CfnIntegration.Builder.create(this, "Integration")
                .apiId(api.getRef())
                .integrationType("AWS_PROXY")
                .integrationUri(Fn.join(
                        "",
                        List.of(
                                "arn:",
                                stack.getPartition(),
                                ":apigateway:",
                                stack.getRegion(),
                                ":lambda:path/2015-03-31/functions/",
                                function.getFunctionArn(),
                                "/invocations")))
                .payloadFormatVersion(payloadFormat)
                .build();
        CfnPermission.Builder.create(this, "Permission")
                .action("lambda:InvokeFunction")
                .functionName(function.getFunctionArn())
                .principal("apigateway.amazonaws.com")
                .sourceArn(stack.formatArn(ArnComponents.builder()
                        .service("execute-api")
                        .resource(api.getRef())
                        .resourceName("*")
                        .build()))
                .build();
    }

    String target() {
        return "integrations/" + integration.getRef();
    }
}
