package dev.berth.aws.ministack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.aws.SnapshotImage;
import dev.berth.aws.SnapshotRepository;
import dev.berth.aws.fargate.FargateSandboxDriver;
import dev.berth.aws.fargate.FargateSettings;
import dev.berth.aws.fargate.SweepTaskDefinitions;
import dev.berth.sandbox.LaunchOutcome;
import dev.berth.sandbox.Observation;
import dev.berth.sandbox.SandboxDriver;
import dev.berth.sandbox.SandboxDriverContract;
import dev.berth.sandbox.SandboxRef;
import dev.berth.snapshot.Artifact;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;
import software.amazon.awssdk.services.ecs.model.TaskField;

/// Tasks whose containers are real. ministack starts an image's own entry point, knows no order of containers and no
/// shared volume, and tells of no task that ends: so the images here do what a sandbox's would, and the test looks
/// where AWS would tell.
@Tag("ministack")
class FargateSandboxDriverTest extends SandboxDriverContract {
    private static final String REPOSITORY = "berth-snapshots";
    private static final String STAYS_UNTIL_STOPPED = "trap 'exit 0' TERM; while :; do sleep 1 & wait $!; done";
    private static int clusters;

    @RegisterExtension
    static final Ministack MINISTACK = new Ministack();

    private static EcsClient ecs;
    private static EcrClient ecr;
    private static SnapshotImage image;

    private final Set<SandboxRef> told = ConcurrentHashMap.newKeySet();
    private FargateSettings settings;
    private FargateSandboxDriver driver;

    @BeforeAll
    static void pushImages(@TempDir Path folder) throws IOException, InterruptedException {
        ecs = MINISTACK.client(EcsClient.builder());
        ecr = MINISTACK.client(EcrClient.builder());
        ecr.createRepository(request -> request.repositoryName(REPOSITORY));
        var uri = MINISTACK.host() + "/" + REPOSITORY;
        Docker.build(folder, "berth/test-runtime:1", "true");
        Docker.build(folder, uri + ":bld_1", "/bin/bash", "-c", STAYS_UNTIL_STOPPED);
        Docker.run("push", "--quiet", uri + ":bld_1");
        image = new SnapshotRepository(() -> ecr, uri).madeBy("bld_1").orElseThrow();
    }

    @AfterAll
    static void removeImages() throws IOException, InterruptedException {
        Docker.run("rmi", "--force", image.repositoryUri() + ":bld_1", "berth/test-runtime:1");
    }

    @BeforeEach
    void makeCluster() {
        var cluster = "berth-" + ++clusters;
        var arn = ecs.createCluster(request -> request.clusterName(cluster))
                .cluster()
                .clusterArn();
        settings = new FargateSettings(
                "eu-central-1",
                arn,
                "berth-",
                "arn:aws:iam::000000000000:role/tasks",
                "berth-sandboxes",
                "berth/test-runtime:1",
                List.of("subnet-1"),
                List.of("sg-1"),
                false,
                "X86_64",
                false,
                "0.1.0");
        var idempotent = new IdempotentEcs(ecs);
        driver = new FargateSandboxDriver(
                settings,
                () -> idempotent,
                () -> idempotent,
                new SnapshotRepository(() -> ecr, image.repositoryUri()),
                (sandbox, gone) -> told.add(sandbox));
    }

    @AfterEach
    void stopTasks() {
        driver.list().forEach(driver::stop);
    }

    @Test
    void aTaskSaysWhoseItIs() {
        var sandbox = launched("sbx_tagged");
        assertThat(tasks()).singleElement().satisfies(task -> {
            assertThat(task.startedBy()).isEqualTo("ses_1/1");
            assertThat(task.tags())
                    .anySatisfy(tag -> assertThat(tag.value()).isEqualTo(sandbox.id()))
                    .anySatisfy(tag -> assertThat(tag.value()).isEqualTo("org_1"));
        });
    }

    @Test
    void aTaskDefinitionThatWasDeregisteredByHandIsMadeAnew() {
        launched("sbx_before");
        var definition = tasks().getFirst().taskDefinitionArn();
        ecs.deregisterTaskDefinition(request -> request.taskDefinition(definition));
        var after = new FargateSandboxDriver(
                settings,
                () -> ecs,
                () -> ecs,
                new SnapshotRepository(() -> ecr, image.repositoryUri()),
                (sandbox, gone) -> {});
        assertThat(after.launch(launch(ref("sbx_after")))).isEqualTo(new LaunchOutcome.Launched());
    }

    @Test
    void aFormerReleasesTaskDefinitionsAreRemovedAndItsTasksRunOn() {
        var sandbox = launched("sbx_former");
        assertThat(definitions()).isNotEmpty();
        new SweepTaskDefinitions(
                        "berth-",
                        "0.2.0",
                        () -> ecs,
                        new SnapshotRepository(() -> ecr, image.repositoryUri()),
                        twoMidnightsOn())
                .sweep();
        assertThat(definitions()).isEmpty();
        assertThat(driver.observe(sandbox)).isInstanceOf(Observation.Standing.class);
    }

    private static List<String> definitions() {
        return ecs.listTaskDefinitions(request -> request.status(TaskDefinitionStatus.ACTIVE))
                .taskDefinitionArns();
    }

    @Test
    void howATaskEndedIsInTheObservation() {
        var sandbox = launched("sbx_observed");
        crash(sandbox);
        await().untilAsserted(() -> assertThat(driver.observe(sandbox))
                .isInstanceOfSatisfying(Observation.Gone.class, gone -> assertThat(gone.detail())
                        .contains("exit code 137")));
    }

    @Override
    protected SandboxDriver driver() {
        return driver;
    }

    @Override
    protected Artifact artifact() {
        return image.artifact();
    }

    @Override
    protected Artifact missingArtifact() {
        return new SnapshotImage(image.repositoryUri(), "sha256:" + "0".repeat(64)).artifact();
    }

    @Override
    protected List<SandboxRef> gone() {
        tasks().stream()
                .map(FargateSandboxDriverTest::sandbox)
                .filter(sandbox -> driver.observe(sandbox) instanceof Observation.Gone)
                .forEach(told::add);
        return List.copyOf(told);
    }

    @Override
    protected int startsOf(SandboxRef sandbox) {
        return (int) tasks().stream()
                .filter(task -> sandbox(task).equals(sandbox))
                .filter(task -> task.containers().stream().allMatch(container -> container.runtimeId() != null))
                .count();
    }

    @Override
    protected void crash(SandboxRef sandbox) {
        tasks().stream().filter(task -> sandbox(task).equals(sandbox)).forEach(FargateSandboxDriverTest::kill);
    }

    private static void kill(Task task) {
        try {
            Docker.run("kill", task.containers().getLast().runtimeId());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<Task> tasks() {
        var arns = List.of("RUNNING", "STOPPED").stream()
                .flatMap(
                        status -> ecs
                                .listTasks(request ->
                                        request.cluster(settings.clusterArn()).desiredStatus(status))
                                .taskArns()
                                .stream())
                .toList();
        return arns.isEmpty()
                ? List.of()
                : ecs.describeTasks(request -> request.cluster(settings.clusterArn())
                                .tasks(arns)
                                .include(TaskField.TAGS))
                        .tasks();
    }

    private static SandboxRef sandbox(Task task) {
        return ref(task.tags().stream()
                .filter(tag -> tag.key().equals("berth:sandbox"))
                .findFirst()
                .orElseThrow()
                .value());
    }

    private static Clock twoMidnightsOn() {
        return Clock.fixed(Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(2)), ZoneOffset.UTC);
    }
}
