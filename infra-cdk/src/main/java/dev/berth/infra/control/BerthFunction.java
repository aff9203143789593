package dev.berth.infra.control;

import dev.berth.infra.grant.Grant;
import dev.berth.infra.grant.LogGrants;
import dev.berth.infra.grant.ServiceRole;
import dev.berth.infra.log.LogGroups;
import dev.berth.infra.settings.FunctionFamily;
import dev.berth.infra.settings.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.CfnEventInvokeConfig;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/// One function of the control plane: its role, its log, and the alias that everybody calls. SnapStart restores the
/// version behind the alias from a snapshot taken after its start-up work.
final class BerthFunction extends Construct {
    /// Everybody calls this; what is behind it has SnapStart.
    static final String ALIAS = "live";

    private static final int SECONDS_WORTH_ACTING_ON = 3600;
    private static final int RETRIES = 2;

    private final Alias alias;

    BerthFunction(
            Construct scope,
            FunctionFamily family,
            Installation installation,
            Code code,
            Map<String, String> environment,
            List<Grant> grants,
            Queue deadLetters) {
        super(scope, family.id() + "Lambda");
        var log = LogGroups.of(this, "Log", logName(installation, family), installation);
        var allowed = new ArrayList<>(grants);
        allowed.add(LogGrants.write(log.getLogGroupArn()));
        if (family.asynchronous()) {
            allowed.add(Grant.of(List.of("sqs:SendMessage"), deadLetters.getQueueArn()));
        }
        var role = ServiceRole.of(this, "Role", "lambda.amazonaws.com", allowed);
        var function = Function.Builder.create(this, "Function")
                .functionName(name(installation, family))
                .description(family.purpose())
                .runtime(Runtime.JAVA_25)
                .architecture(installation.sandboxes().architecture().lambda())
                .code(code)
                .handler(family.handler())
                .memorySize(family.memoryMiB())
                .timeout(Duration.seconds(family.timeoutSeconds()))
                .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
                .tracing(family.traced() ? Tracing.ACTIVE : Tracing.DISABLED)
                .reservedConcurrentExecutions(
                        installation.limits().reservedConcurrency().get(family.settingName()))
                .environment(environment)
                .role(role.withoutPolicyUpdates())
                .logGroup(log)
                .build();
        this.alias = Alias.Builder.create(this, "Live")
                .aliasName(ALIAS)
                .version(function.getCurrentVersion())
                .build();
        if (family.asynchronous()) {
            keepWhatFails(function, deadLetters);
        }
    }

    static String name(Installation installation, FunctionFamily family) {
        return installation.name() + "-" + family.resourceName();
    }

    static String logName(Installation installation, FunctionFamily family) {
        return "/%s/functions/%s".formatted(installation.name(), family.resourceName());
    }

    Alias alias() {
        return alias;
    }

    private void keepWhatFails(Function function, Queue deadLetters) {
        var config = CfnEventInvokeConfig.Builder.create(this, "Asynchronous")
                .functionName(function.getFunctionName())
                .qualifier(alias.getAliasName())
                .maximumEventAgeInSeconds(SECONDS_WORTH_ACTING_ON)
                .maximumRetryAttempts(RETRIES)
                .destinationConfig(CfnEventInvokeConfig.DestinationConfigProperty.builder()
                        .onFailure(CfnEventInvokeConfig.OnFailureProperty.builder()
                                .destination(deadLetters.getQueueArn())
                                .build())
                        .build())
                .build();
        // it names the alias by a word, which CloudFormation does not take for a reference
        config.getNode().addDependency(alias);
    }
}
