package dev.berth.aws.codebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.berth.access.FakeObjectStore;
import dev.berth.aws.SnapshotImage;
import dev.berth.aws.SnapshotRepository;
import dev.berth.event.Failure;
import dev.berth.event.Json;
import dev.berth.event.MustAct;
import dev.berth.profile.Draft;
import dev.berth.snapshot.BuildObservation;
import dev.berth.snapshot.BuildRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.codebuild.model.EnvironmentVariable;
import software.amazon.awssdk.services.codebuild.model.StatusType;

/// Against services in memory that take and give what the SDK's model of CodeBuild, ECR and CloudWatch has: no emulator
/// builds anything. What a build itself does is tried where there is an account (`make smoke-aws`).
class CodeBuildSnapshotBuilderTest {
    private static final String DIGEST = "sha256:" + "a".repeat(64);
    private static final String REPOSITORY = "registry.example/snapshots";

    private final ShapedCodeBuild codeBuild = new ShapedCodeBuild();
    private final ShapedEcr ecr = new ShapedEcr();
    private final ShapedLogs logs = new ShapedLogs();
    private final FakeObjectStore objects = new FakeObjectStore();
    private final List<String> ended = new ArrayList<>();
    private final CodeBuildSnapshotBuilder builder = new CodeBuildSnapshotBuilder(
            new CodeBuildSettings("snapshots", "objects", "registry.example/runtime:1", REPOSITORY),
            () -> codeBuild,
            () -> logs,
            objects,
            new SnapshotRepository(() -> ecr, REPOSITORY),
            ended::add);

    @Test
    void aBuildIsGivenWhatItNeedsAndItsPlanIsAnObject() {
        builder.start(request("default"));
        assertThat(codeBuild.newest().environment().environmentVariables())
                .extracting(EnvironmentVariable::name, EnvironmentVariable::value)
                .contains(
                        tuple("BERTH_BUILD", "bld_1"),
                        tuple("BERTH_BASE_IMAGE", "registry.example/runtime:1-default"),
                        tuple("BERTH_PLAN", "s3://objects/builds/bld_1/plan.json"));
        var plan = Json.MAPPER.readTree(objects.get("builds/bld_1/plan.json").orElseThrow());
        assertThat(plan.path("setupScript").asString()).isEqualTo("echo hello");
        assertThat(plan.path("setupSeconds").longValue()).isEqualTo(1800);
    }

    @Test
    void anotherBaseImageIsTakenAsItIsNamed() {
        builder.start(request("debian:bookworm"));
        assertThat(codeBuild.newest().environment().environmentVariables())
                .anySatisfy(variable -> assertThat(variable.value()).isEqualTo("debian:bookworm"));
    }

    @Test
    void aBuildIsOneHoweverOftenItIsStarted() {
        builder.start(request("default"));
        builder.start(request("default"));
        assertThat(codeBuild.count()).isEqualTo(1);
        assertThat(builder.observe("bld_1")).isEqualTo(new BuildObservation.Building());
        codeBuild.end(StatusType.FAILED, "");
        builder.start(request("default"));
        assertThat(codeBuild.count()).isEqualTo(1);
        assertThat(ended).containsExactly("bld_1");
    }

    @Test
    void whoeverStartedItMayHaveDiedBeforeItWasWrittenDown() {
        builder.start(request("default"));
        objects.deleteAll("builds/bld_1/");
        builder.start(request("default"));
        assertThat(codeBuild.count()).isEqualTo(1);
        assertThat(builder.observe("bld_1")).isEqualTo(new BuildObservation.Building());
    }

    @Test
    void theSnapshotIsTheImageThatTheBuildPushed() {
        var image = built();
        assertThat(builder.observe("bld_1")).isEqualTo(new BuildObservation.Succeeded(image.artifact()));
    }

    @Test
    void aDiscardedSnapshotIsMarkedForTheLifecycleRuleAndGone() {
        var image = built();
        builder.discard(image.artifact());
        builder.discard(image.artifact());
        assertThat(ecr.tags()).containsExactlyInAnyOrder("bld_1", "expired-" + "a".repeat(64));
        assertThat(builder.observe("bld_1")).isEqualTo(new BuildObservation.Unknown());
    }

    @Test
    void whyABuildFailedIsWhatItLeft() {
        builder.start(request("default"));
        var said = new Failure("setup_failed", "exit code 7", "Mend the setup script.", MustAct.CALLER);
        objects.put("builds/bld_1/failure.json", Json.MAPPER.writeValueAsBytes(said));
        codeBuild.end(StatusType.FAILED, "");
        assertThat(builder.observe("bld_1")).isEqualTo(new BuildObservation.Failed(said));
    }

    @Test
    void whatItLeftMayBeCutOff() {
        builder.start(request("default"));
        objects.put("builds/bld_1/failure.json", "{\"code\": \"set".getBytes(StandardCharsets.UTF_8));
        codeBuild.end(StatusType.FAILED, "");
        assertThat(builder.observe("bld_1")).isInstanceOfSatisfying(BuildObservation.Failed.class, failed -> assertThat(
                        failed.failure().code())
                .isEqualTo("build_failed"));
    }

    @Test
    void aCancelledBuildIsStoppedOnce() {
        builder.start(request("default"));
        builder.cancel("bld_1");
        builder.cancel("bld_1");
        assertThat(codeBuild.stops()).isEqualTo(1);
        builder.cancel("bld_unknown");
    }

    @Test
    void theLogIsTheBuildsOwnLines() {
        builder.start(request("default"));
        logs.say("[Container] 2026/11/23 09:05:42 Running command\n", "hello\n");
        assertThat(builder.log("bld_1")).isEqualTo("hello\n");
        assertThat(builder.log("bld_unknown")).isEmpty();
        assertThat(builder.observe("bld_unknown")).isEqualTo(new BuildObservation.Unknown());
    }

    private SnapshotImage built() {
        builder.start(request("default"));
        ecr.push("bld_1", DIGEST);
        codeBuild.end(StatusType.SUCCEEDED, DIGEST);
        return new SnapshotImage(REPOSITORY, DIGEST);
    }

    private static BuildRequest request(String baseImage) {
        var draft = new Draft(baseImage, null, "echo hello", null, List.of(), null, Map.of(), null, null, null, null);
        return new BuildRequest("bld_1", "org_1", "prf_1", 1, draft, Duration.ofMinutes(30));
    }
}
