package dev.berth.infra.operations;

import dev.berth.infra.log.LogGroups;
import dev.berth.infra.settings.Installation;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.logs.CfnResourcePolicy;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/// Everything that Berth says on its bus, kept as log lines: what the dashboard counts, and free while nothing happens,
/// which metrics of our own would not be.
final class EventLog extends Construct {
    private final LogGroup log;

    EventLog(Construct scope, String id, Installation installation, EventBus bus) {
        super(scope, id);
        var name = "/aws/events/" + installation.name();
        this.log = LogGroups.of(this, "Log", name, installation);
        var arn = Stack.of(this)
                .formatArn(ArnComponents.builder()
                        .service("logs")
                        .resource("log-group")
                        .resourceName(name)
                        .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                        .build());
        var rule = CfnRule.Builder.create(this, "Rule")
                .name(installation.name() + "-event-log")
                .description("Keeps what Berth says as log lines")
                .eventBusName(bus.getEventBusName())
                .eventPattern(Map.of("source", List.of("berth")))
                .targets(List.of(
                        CfnRule.TargetProperty.builder().id("Log").arn(arn).build()))
                .build();
        rule.getNode().addDependency(log);
        CfnResourcePolicy.Builder.create(this, "Write")
                .policyName(installation.name() + "-event-log")
                .policyDocument(Stack.of(this).toJsonString(policy(arn, rule.getAttrArn())))
                .build();
    }

    LogGroup log() {
        return log;
    }

    private static Map<String, Object> policy(String logArn, String ruleArn) {
        return Map.of(
                "Version",
                "2012-10-17",
                "Statement",
                List.of(Map.of(
                        "Effect", "Allow",
                        "Principal", Map.of("Service", List.of("delivery.logs.amazonaws.com", "events.amazonaws.com")),
                        "Action", List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                        "Resource", logArn + ":*",
                        "Condition", Map.of("ArnEquals", Map.of("aws:SourceArn", ruleArn)))));
    }
}
