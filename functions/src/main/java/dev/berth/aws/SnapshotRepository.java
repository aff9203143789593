package dev.berth.aws;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.ImageDetail;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.ecr.model.ImageNotFoundException;

/// The ECR repository of snapshots. An image's tag is the id of the build that made it.
public final class SnapshotRepository {
    private final Supplier<EcrClient> client;
    private final String uri;

    /// @param uri `<account>.dkr.ecr.<region>.amazonaws.com/<name>`
    public SnapshotRepository(Supplier<EcrClient> client, String uri) {
        this.client = client;
        this.uri = uri;
    }

    public boolean has(SnapshotImage image) {
        return image.repositoryUri().equals(uri)
                && find(ImageIdentifier.builder().imageDigest(image.digest()).build())
                        .isPresent();
    }

    public Optional<SnapshotImage> madeBy(String build) {
        return find(ImageIdentifier.builder().imageTag(build).build())
                .map(image -> new SnapshotImage(uri, image.imageDigest()));
    }

    /// The builds whose image this is.
    public List<String> buildsOf(SnapshotImage image) {
        return find(ImageIdentifier.builder().imageDigest(image.digest()).build())
                .map(ImageDetail::imageTags)
                .orElse(List.of());
    }

    /// Removes an image; one that is not there is left alone.
    public void remove(SnapshotImage image) {
        client.get().batchDeleteImage(request -> request.repositoryName(name())
                .imageIds(ImageIdentifier.builder().imageDigest(image.digest()).build()));
    }

    private Optional<ImageDetail> find(ImageIdentifier id) {
        try {
            return client
                    .get()
                    .describeImages(request -> request.repositoryName(name()).imageIds(id))
                    .imageDetails()
                    .stream()
                    .findFirst();
        } catch (ImageNotFoundException _) {
            return Optional.empty();
        }
    }

    private String name() {
        return uri.substring(uri.indexOf('/') + 1);
    }
}
