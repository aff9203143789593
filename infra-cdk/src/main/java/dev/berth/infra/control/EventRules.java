package dev.berth.infra.control;

import dev.berth.infra.settings.FunctionFamily;
import dev.berth.infra.settings.Installation;
import dev.berth.infra.substrate.SubstrateStack;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Match;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/// Who is called when something happens outside: to tasks, builds and executions, on Berth's bus, and when time passes.
final class EventRules extends Construct {
    private static final Duration SWEEP_EVERY = Duration.minutes(5);
    private static final Duration KEEP_ALIVE_EVERY = Duration.days(1);
    private static final Duration WORTH_ACTING_ON = Duration.hours(1);
    private static final int RETRIES = 10;

    private final Installation installation;
    private final Queue deadLetters;

    EventRules(Construct scope, String id, Installation installation, Queue deadLetters) {
        super(scope, id);
        this.installation = installation;
        this.deadLetters = deadLetters;
    }

    void hearSubstrate(SubstrateStack substrate, Alias function) {
        rule(
                "Tasks",
                "A sandbox's task changed",
                pattern("aws.ecs", "ECS Task State Change", Map.of("clusterArn", List.of(substrate.clusterArn()))),
                function);
        rule(
                "Builds",
                "A snapshot's build changed",
                pattern(
                        "aws.codebuild",
                        "CodeBuild Build State Change",
                        Map.of("project-name", List.of(substrate.snapshotProject()))),
                function);
        rule(
                "Executions",
                "A session's workflow ended without settling it",
                pattern(
                        "aws.states",
                        "Step Functions Execution Status Change",
                        Map.of(
                                "stateMachineArn",
                                List.of(SessionWorkflow.arn(this, installation)),
                                "status",
                                List.of("ABORTED", "FAILED", "TIMED_OUT"))),
                function);
    }

    void hearRequests(EventBus bus, Alias function) {
        var requests = EventPattern.builder()
                .source(Match.anythingBut("berth"))
                .detailType(List.of("Session Requested", "Session Stop Requested"))
                .build();
        Rule.Builder.create(this, "Requests")
                .ruleName(installation.name() + "-requests")
                .description("Somebody asks for a session, or for an end of one")
                .eventBus(bus)
                .eventPattern(requests)
                .targets(List.of(target(function)))
                .build();
    }

    void sweep(Alias function) {
        Rule.Builder.create(this, "Sweep")
                .ruleName(installation.name() + "-" + FunctionFamily.SWEEP.resourceName())
                .description("Repairs what was left half done")
                .schedule(Schedule.rate(SWEEP_EVERY))
                .targets(List.of(target(function)))
                .build();
    }

    /// A version with SnapStart goes inactive after two weeks without a call. Functions answer this one at once.
    void keepAlive(FunctionFamily family, Alias function) {
        Rule.Builder.create(this, "KeepAlive" + family.id())
                .ruleName("%s-keep-alive-%s".formatted(installation.name(), family.resourceName()))
                .description("Keeps the function's snapshot")
                .schedule(Schedule.rate(KEEP_ALIVE_EVERY))
                .targets(List.of(LambdaFunction.Builder.create(function)
                        .event(RuleTargetInput.fromObject(Map.of("keepAlive", true)))
                        .build()))
                .build();
    }

    private void rule(String id, String description, EventPattern pattern, Alias function) {
        Rule.Builder.create(this, id)
                .ruleName(installation.name() + "-" + id.toLowerCase(Locale.ROOT))
                .description(description)
                .eventPattern(pattern)
                .targets(List.of(target(function)))
                .build();
    }

    private LambdaFunction target(Alias function) {
        return LambdaFunction.Builder.create(function)
                .deadLetterQueue(deadLetters)
                .maxEventAge(WORTH_ACTING_ON)
                .retryAttempts(RETRIES)
                .build();
    }

    private static EventPattern pattern(String source, String detailType, Map<String, Object> detail) {
        return EventPattern.builder()
                .source(List.of(source))
                .detailType(List.of(detailType))
                .detail(detail)
                .build();
    }
}
