package dev.berth.infra.data;

import dev.berth.infra.settings.Installation;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ecr.LifecycleRule;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecr.TagMutability;
import software.amazon.awscdk.services.ecr.TagStatus;
import software.constructs.Construct;

/// Snapshot images. Nothing but the sweep decides which of them go: it knows which sessions may still start from one.
final class SnapshotRepository extends Construct {
    /// What the sweep tags an image with that nothing starts from any more.
    private static final String EXPIRED = "expired-";

    private final Repository repository;

    SnapshotRepository(Construct scope, String id, Installation installation) {
        super(scope, id);
        var keep = installation.retention().keepData();
        this.repository = Repository.Builder.create(this, "Repository")
                .repositoryName(installation.name() + "/snapshots")
                .imageScanOnPush(true)
                .imageTagMutability(TagMutability.IMMUTABLE)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .description("What the sweep says is not needed any more")
                        .tagStatus(TagStatus.TAGGED)
                        .tagPrefixList(List.of(EXPIRED))
                        .maxImageAge(Duration.days(1))
                        .build()))
                .emptyOnDelete(!keep)
                .removalPolicy(keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
                .build();
    }

    String uri() {
        return repository.getRepositoryUri();
    }

    String arn() {
        return repository.getRepositoryArn();
    }
}
