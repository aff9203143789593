package dev.berth.infra.control;

import dev.berth.infra.grant.Grant;
import dev.berth.infra.grant.ServiceRole;
import dev.berth.infra.log.LogGroups;
import dev.berth.infra.settings.Installation;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine;
import software.constructs.Construct;

/// `session.asl.json`, deployed as it is; only the step function's name is filled in.
final class SessionWorkflow extends Construct {
    private SessionWorkflow(Construct scope, String id) {
        super(scope, id);
    }

    static void deploy(Construct scope, String id, Installation installation, String definition, Alias step) {
        new SessionWorkflow(scope, id).create(installation, definition, step);
    }

    /// Known before it is there: the step function names the workflow that names the step function.
    static String arn(Construct scope, Installation installation) {
        return Stack.of(scope)
                .formatArn(ArnComponents.builder()
                        .service("states")
                        .resource("stateMachine")
                        .resourceName(name(installation))
                        .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                        .build());
    }

    /// @param execution its name, or `*`
    static String executionArn(Construct scope, Installation installation, String execution) {
        return Stack.of(scope)
                .formatArn(ArnComponents.builder()
                        .service("states")
                        .resource("execution")
                        .resourceName(name(installation) + ":" + execution)
                        .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                        .build());
    }

    private static String name(Installation installation) {
        return installation.name() + "-session";
    }

    private void create(Installation installation, String definition, Alias step) {
        var log = LogGroups.of(this, "Log", "/aws/vendedlogs/%s/workflow".formatted(installation.name()), installation);
        var role = ServiceRole.of(
                this,
                "Role",
                "states.amazonaws.com",
                List.of(Grant.of(List.of("lambda:InvokeFunction"), step.getFunctionArn()), deliverLogs()));
        var machine = CfnStateMachine.Builder.create(this, "Machine")
                .stateMachineName(name(installation))
                .stateMachineType("STANDARD")
                .definitionString(definition)
                .definitionSubstitutions(Map.of("StepFunctionArn", step.getFunctionArn()))
                .roleArn(role.getRoleArn())
                .loggingConfiguration(CfnStateMachine.LoggingConfigurationProperty.builder()
                        .level("ERROR")
                        .includeExecutionData(false)
                        .destinations(List.of(CfnStateMachine.LogDestinationProperty.builder()
                                .cloudWatchLogsLogGroup(CfnStateMachine.CloudWatchLogsLogGroupProperty.builder()
                                        .logGroupArn(log.getLogGroupArn())
                                        .build())
                                .build()))
                        .build())
                .tracingConfiguration(CfnStateMachine.TracingConfigurationProperty.builder()
                        .enabled(false)
                        .build())
                .build();
        // cfn-lint takes a time-out in JSONata for a text; asl-validator, which knows better, checks the definition
        machine.addMetadata("cfn-lint", Map.of("config", Map.of("ignore_checks", List.of("E3601"))));
    }

    /// What the developer guide of Step Functions asks for; AWS knows no resource for these.
    private static Grant deliverLogs() {
        return Grant.withoutResource(
                "logs:CreateLogDelivery",
                "logs:GetLogDelivery",
                "logs:UpdateLogDelivery",
                "logs:DeleteLogDelivery",
                "logs:ListLogDeliveries",
                "logs:PutResourcePolicy",
                "logs:DescribeResourcePolicies",
                "logs:DescribeLogGroups");
    }
}
