package dev.berth.infra.deployed;

import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import tools.jackson.databind.node.ObjectNode;

/// Delivers events of ECS and CodeBuild, which the emulator does not send and, as EventBridge does, takes from nobody
/// else: what the deployed rules say of an event decides which function is called with it.
record AccountBus(EventBridgeClient eventBridge, LambdaClient lambda) {

    /// @throws IllegalStateException when no rule is for it
    void deliver(ObjectNode event) {
        var targets = eventBridge.listRules(_ -> {}).rules().stream()
                .filter(rule -> hears(rule, event.toString()))
                .flatMap(rule -> targets(rule).stream())
                .toList();
        if (targets.isEmpty()) {
            throw new IllegalStateException("No rule is for " + event);
        }
        targets.forEach(target -> lambda.invoke(call -> call.functionName(target.arn())
                .invocationType(InvocationType.EVENT)
                .payload(SdkBytes.fromUtf8String(event.toString()))));
    }

    private boolean hears(Rule rule, String event) {
        return rule.eventPattern() != null
                && eventBridge
                        .testEventPattern(
                                test -> test.eventPattern(rule.eventPattern()).event(event))
                        .result();
    }

    private List<Target> targets(Rule rule) {
        return eventBridge
                .listTargetsByRule(list -> list.rule(rule.name()).eventBusName(rule.eventBusName()))
                .targets();
    }
}
