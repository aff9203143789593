package dev.berth.aws.fargate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.aws.SnapshotImage;
import dev.berth.sandbox.Launch;
import dev.berth.sandbox.SandboxRef;
import dev.berth.session.SessionKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.ContainerCondition;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.LaunchType;

class TaskLaunchesTest {
    private static final SnapshotImage IMAGE =
            new SnapshotImage("registry.example/snapshots", "sha256:" + "a".repeat(64));
    private static final String URL = "https://sandbox.example";

    @Test
    void aRepeatedLaunchIsTheSameToTheByte() {
        assertThat(TaskLaunches.request(settings(false), "arn:1", launch()))
                .isEqualTo(TaskLaunches.request(settings(false), "arn:1", launch()))
                .hasToString(
                        TaskLaunches.request(settings(false), "arn:1", launch()).toString());
    }

    @Test
    void theOverridesHoldAnIdAndATokenAndNothingElse() {
        var overrides = TaskLaunches.request(settings(false), "arn:1", launch()).overrides();
        assertThat(overrides.containerOverrides()).singleElement().satisfies(container -> {
            assertThat(container.name()).isEqualTo("agent");
            assertThat(container.environment())
                    .containsExactly(
                            variable("BERTH_SANDBOX", "sbx_1"), variable("BERTH_BOOTSTRAP_TOKEN", "sbx_1.token"));
            assertThat(container.hasCommand()).isFalse();
        });
        assertThat(overrides.taskRoleArn()).isNull();
    }

    @Test
    void theSandboxIsTheTokenThatMakesALaunchOne() {
        var request = TaskLaunches.request(settings(false), "arn:1", launch());
        assertThat(request.clientToken()).isEqualTo("sbx_1");
        assertThat(request.startedBy()).isEqualTo("ses_1/3");
        assertThat(request.tags()).hasSize(4);
        assertThat(request.launchType()).isEqualTo(LaunchType.FARGATE);
    }

    @Test
    void spotIsACapacityProvider() {
        var request = TaskLaunches.request(settings(true), "arn:1", launch());
        assertThat(request.launchType()).isNull();
        assertThat(request.capacityProviderStrategy())
                .singleElement()
                .satisfies(strategy -> assertThat(strategy.capacityProvider()).isEqualTo("FARGATE_SPOT"));
    }

    @Test
    void theTaskHasNoRoleAndItsAgentWaitsForTheRuntime() {
        var definition = task(settings(false), 2048).definition();
        assertThat(definition.taskRoleArn()).isNull();
        var agent = definition.containerDefinitions().getLast();
        assertThat(agent.dependsOn()).singleElement().satisfies(dependency -> assertThat(dependency.condition())
                .isEqualTo(ContainerCondition.SUCCESS));
        assertThat(agent.mountPoints()).singleElement().satisfies(mount -> assertThat(mount.readOnly())
                .isTrue());
        assertThat(agent.linuxParameters().capabilities().drop()).contains("NET_RAW");
        assertThat(agent.stopTimeout()).isLessThanOrEqualTo(120);
    }

    @Test
    void theSameSnapshotResourcesAndReleaseAreOneTaskDefinition() {
        var family = task(settings(false), 2048).family();
        assertThat(task(settings(false), 2048).family()).isEqualTo(family);
        assertThat(task(settings(false), 4096).family()).isNotEqualTo(family);
        assertThat(family).matches("berth-[a-f0-9]{12}-[a-f0-9]{12}");
    }

    private static SandboxTask task(FargateSettings settings, int memoryMiB) {
        return SandboxTask.of(settings, IMAGE, new FargateSize(1024, memoryMiB, 0), launch());
    }

    private static Launch launch() {
        return new Launch(
                new SandboxRef("sbx_1", new SessionKey("org_1", "ses_1"), 3),
                IMAGE.artifact(),
                new Launch.Resources(1, 2048, 20),
                "sbx_1.token",
                URL);
    }

    private static KeyValuePair variable(String name, String value) {
        return KeyValuePair.builder().name(name).value(value).build();
    }

    static FargateSettings settings(boolean spot) {
        return settings(spot, "0.1.0");
    }

    static FargateSettings settings(boolean spot, String release) {
        return new FargateSettings(
                "eu-central-1",
                "arn:aws:ecs:eu-central-1:000000000000:cluster/berth",
                "berth-",
                "arn:aws:iam::000000000000:role/tasks",
                "berth-sandboxes",
                "registry.example/runtime:1",
                List.of("subnet-1"),
                List.of("sg-1"),
                false,
                "X86_64",
                spot,
                release);
    }
}
