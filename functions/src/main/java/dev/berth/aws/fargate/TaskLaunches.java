package dev.berth.aws.fargate;

import dev.berth.sandbox.Launch;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.AssignPublicIp;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.ContainerOverride;
import software.amazon.awssdk.services.ecs.model.EcsException;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;

/// Launches tasks. Everything in the call is a pure function of the sandbox and the installation, so that a repeated
/// one is the same to the byte, and ECS answers it with the first one's task.
final class TaskLaunches {
    private static final Logger LOG = LoggerFactory.getLogger(TaskLaunches.class);

    static final String SANDBOX = "BERTH_SANDBOX";
    private static final String SPOT = "FARGATE_SPOT";

    private final FargateSettings settings;
    private final Supplier<EcsClient> client;
    private final TaskDefinitions definitions;

    TaskLaunches(FargateSettings settings, Supplier<EcsClient> client, TaskDefinitions definitions) {
        this.settings = settings;
        this.client = client;
        this.definitions = definitions;
    }

    LaunchAnswer launch(Launch launch, SandboxTask task) {
        var answer = launchWith(definitions.arn(task), launch);
        if (answer instanceof LaunchAnswer.NoDefinition) {
            definitions.doubt(task);
            return launchWith(definitions.arn(task), launch);
        }
        return answer;
    }

    private LaunchAnswer launchWith(String definitionArn, Launch launch) {
        try {
            var answer = client.get().runTask(request(settings, definitionArn, launch));
            answer.tasks().forEach(task -> LOG.info("Launched {}", task.taskArn()));
            return LaunchAnswer.of(answer);
        } catch (EcsException failure) {
            var error = failure.awsErrorDetails();
            var answer = LaunchAnswer.ofError(String.valueOf(error.errorCode()), String.valueOf(error.errorMessage()));
            if (answer instanceof LaunchAnswer.Unknown) {
                throw failure;
            }
            return answer;
        }
    }

    static RunTaskRequest request(FargateSettings settings, String definitionArn, Launch launch) {
        var sandbox = launch.sandbox();
        var request = RunTaskRequest.builder()
                .cluster(settings.clusterArn())
                .taskDefinition(definitionArn)
                .count(1)
                .clientToken(sandbox.id())
                .startedBy(SandboxTags.startedBy(sandbox))
                .tags(SandboxTags.of(sandbox))
                .enableECSManagedTags(true)
                .networkConfiguration(network -> network.awsvpcConfiguration(vpc(settings)))
                .overrides(overrides -> overrides.containerOverrides(override(launch)));
        return settings.spot()
                ? request.capacityProviderStrategy(CapacityProviderStrategyItem.builder()
                                .capacityProvider(SPOT)
                                .weight(1)
                                .build())
                        .build()
                : request.launchType(LaunchType.FARGATE).build();
    }

    /// What ECS shows to every reader of the account: nothing there is worth having twice.
    private static ContainerOverride override(Launch launch) {
        return ContainerOverride.builder()
                .name(SandboxContainers.AGENT)
                .environment(
                        SandboxContainers.variable(SANDBOX, launch.sandbox().id()),
                        SandboxContainers.variable("BERTH_BOOTSTRAP_TOKEN", launch.bootstrapToken()))
                .build();
    }

    private static AwsVpcConfiguration vpc(FargateSettings settings) {
        return AwsVpcConfiguration.builder()
                .subnets(settings.subnets())
                .securityGroups(settings.securityGroups())
                .assignPublicIp(settings.publicIp() ? AssignPublicIp.ENABLED : AssignPublicIp.DISABLED)
                .build();
    }
}
