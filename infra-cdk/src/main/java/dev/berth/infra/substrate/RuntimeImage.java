package dev.berth.infra.substrate;

import dev.berth.infra.grant.ImageGrants;
import dev.berth.infra.release.Release;
import dev.berth.infra.settings.Installation;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ecr.LifecycleRule;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecr.TagMutability;
import software.amazon.awscdk.services.ecr.TagStatus;
import software.constructs.Construct;

/// Berth's own images, built in the account when Berth is deployed; their tags name release and content. The base image
/// `default` has the runtime's tag with `-default` behind it.
final class RuntimeImage extends Construct {
    private static final int BUILD_MINUTES = 14;
    private static final int IMAGES_KEPT = 20;

    private final Repository repository;
    private final String image;

    RuntimeImage(Construct scope, String id, Installation installation, Release release, ImageSources sources) {
        super(scope, id);
        this.repository = Repository.Builder.create(this, "Repository")
                .repositoryName(installation.name() + "/runtime")
                .imageScanOnPush(true)
                .imageTagMutability(TagMutability.IMMUTABLE)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .description("Earlier releases, for sessions that were started with them")
                        .tagStatus(TagStatus.ANY)
                        .maxImageCount(IMAGES_KEPT)
                        .build()))
                .emptyOnDelete(true)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        var tag = release.version() + "-" + sources.shortHash();
        var uri = repository.getRepositoryUri() + ":" + tag;
        var project = new ImageProject(
                this,
                "Build",
                "runtime",
                installation,
                sources,
                new ImageProject.Work(
                        release.runtimeBuild(),
                        "BUILD_GENERAL1_MEDIUM",
                        BUILD_MINUTES,
                        null,
                        Map.of("BERTH_RUNTIME_IMAGE", uri),
                        List.of(
                                ImageGrants.signIn(),
                                ImageGrants.pull(repository.getRepositoryArn()),
                                ImageGrants.push(repository.getRepositoryArn()))));
        var built = new BuiltAtDeploy(this, "Built", installation, project, repository, tag);
        this.image = built.whenThere(uri);
    }

    /// Whoever names it waits until it is there.
    String uri() {
        return image;
    }

    String repositoryArn() {
        return repository.getRepositoryArn();
    }
}
