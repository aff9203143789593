package dev.berth.aws.fargate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.aws.SnapshotImage;
import dev.berth.aws.SnapshotRepository;
import dev.berth.http.MutableClock;
import dev.berth.sandbox.Launch;
import dev.berth.sandbox.SandboxRef;
import dev.berth.session.SessionKey;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ecr.model.DescribeImagesResponse;
import software.amazon.awssdk.services.ecr.model.ImageDetail;
import software.amazon.awssdk.services.ecr.model.ImageNotFoundException;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

class SweepTaskDefinitionsTest {
    private static final String REPOSITORY = "registry.example/snapshots";
    private static final Duration DAY = Duration.ofDays(1);

    private final MutableClock clock = new MutableClock();
    private final ShapedEcs ecs = new ShapedEcs(clock);
    private final Images images = new Images();

    @BeforeEach
    void midnight() {
        clock.advance(Duration.ofHours(14));
    }

    @Test
    void whatIsStartedFromStays() {
        var current = register("0.2.0", image('a'));
        clock.advance(DAY);
        sweep();
        assertThat(ecs.active()).containsExactly(current);
    }

    @Test
    void formerReleasesAreDeregisteredAndDeleted() {
        register("0.1.0", image('a'));
        var current = register("0.2.0", image('a'));
        clock.advance(DAY.plusMinutes(1));
        sweep();
        assertThat(ecs.active()).containsExactly(current);
        assertThat(ecs.inactive()).isEmpty();
        assertThat(ecs.deleted()).hasSize(1);
    }

    @Test
    void snapshotsThatAreGoneTakeTheirDefinitionsWithThem() {
        var gone = image('b');
        register("0.2.0", gone);
        images.digests.remove(gone.digest());
        sweep();
        assertThat(ecs.active()).isEmpty();
    }

    @Test
    void aReleaseThatWasDeployedTodayMayBeGoneBackFrom() {
        register("0.1.0", image('a'));
        sweep();
        assertThat(ecs.active()).hasSize(1);
    }

    @Test
    void whatIsSomebodyElsesStays() {
        ecs.registerTaskDefinition(request -> request.family("berth-two-aaaaaaaaaaaa-bbbbbbbbbbbb"));
        ecs.registerTaskDefinition(request -> request.family("berth-aaaaaaaaaaaa-bbbbbbbbbbbb"));
        clock.advance(DAY.multipliedBy(9));
        sweep();
        assertThat(ecs.active()).hasSize(2);
    }

    @Test
    void itIsDoneOnceADay() {
        register("0.1.0", image('a'));
        clock.advance(DAY.multipliedBy(2).plusMinutes(10));
        sweep();
        assertThat(ecs.active()).hasSize(1);
    }

    @Test
    void oneThatCannotBeRemovedDoesNotKeepTheOthers() {
        var stubborn = register("0.1.0", image('a'));
        register("0.1.0", image('b'));
        ecs.refuseToDeregister(stubborn);
        clock.advance(DAY.plusMinutes(1));
        sweep();
        assertThat(ecs.active()).containsExactly(stubborn);
    }

    @Test
    void moreThanOneCallDeletes() {
        for (int i = 0; i < 23; i++) {
            var arn = register("0.2.0", image('a'));
            ecs.deregisterTaskDefinition(request -> request.taskDefinition(arn));
        }
        sweep();
        assertThat(ecs.deleted()).hasSize(23);
    }

    private void sweep() {
        var snapshots = new SnapshotRepository(() -> images, REPOSITORY);
        new SweepTaskDefinitions("berth-", "0.2.0", () -> ecs, snapshots, clock).sweep();
    }

    private SnapshotImage image(char digit) {
        var image =
                new SnapshotImage(REPOSITORY, "sha256:" + String.valueOf(digit).repeat(64));
        images.digests.add(image.digest());
        return image;
    }

    private String register(String release, SnapshotImage image) {
        return ecs.registerTaskDefinition(definition(release, image))
                .taskDefinition()
                .taskDefinitionArn();
    }

    private static RegisterTaskDefinitionRequest definition(String release, SnapshotImage image) {
        var launch = new Launch(
                new SandboxRef("sbx_1", new SessionKey("org_1", "ses_1"), 1),
                image.artifact(),
                new Launch.Resources(1, 2048, 20),
                "sbx_1.token",
                "https://sandbox.example");
        return SandboxTask.of(settings(release), image, new FargateSize(1024, 2048, 0), launch)
                .definition();
    }

    private static FargateSettings settings(String release) {
        return TaskLaunchesTest.settings(false, release);
    }

    /// A repository of images that have no tag.
    private static final class Images implements EcrClient {
        private final Set<String> digests = new HashSet<>();

        @Override
        public DescribeImagesResponse describeImages(DescribeImagesRequest request) {
            var digest = request.imageIds().getFirst().imageDigest();
            if (!digests.contains(digest)) {
                throw ImageNotFoundException.builder().message(digest).build();
            }
            return DescribeImagesResponse.builder()
                    .imageDetails(ImageDetail.builder().imageDigest(digest).build())
                    .build();
        }

        @Override
        public String serviceName() {
            return "ecr";
        }

        @Override
        public void close() {}
    }
}
