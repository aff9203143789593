package dev.berth.aws;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.Image;
import software.amazon.awssdk.services.ecr.model.ImageAlreadyExistsException;
import software.amazon.awssdk.services.ecr.model.ImageDetail;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.ecr.model.ImageNotFoundException;

/// The ECR repository of snapshots. An image's tag is the id of the build that made it.
public final class SnapshotRepository {
    /// What the repository's lifecycle rule goes by.
    private static final String EXPIRED = "expired-";

    private final Supplier<EcrClient> client;
    private final String uri;

    /// @param uri `<account>.dkr.ecr.<region>.amazonaws.com/<name>`
    public SnapshotRepository(Supplier<EcrClient> client, String uri) {
        this.client = client;
        this.uri = uri;
    }

    public boolean has(SnapshotImage image) {
        return image.repositoryUri().equals(uri) && has(image.digest());
    }

    /// @param digest `sha256:…`
    public boolean has(String digest) {
        return find(ImageIdentifier.builder().imageDigest(digest).build()).isPresent();
    }

    public Optional<SnapshotImage> madeBy(String build) {
        return find(ImageIdentifier.builder().imageTag(build).build())
                .map(image -> new SnapshotImage(uri, image.imageDigest()));
    }

    /// The builds whose image this is.
    public List<String> buildsOf(SnapshotImage image) {
        return find(id(image)).map(ImageDetail::imageTags).orElse(List.of());
    }

    /// Has the repository's lifecycle rule remove an image: within a day, since a task may be pulling it now. From now
    /// on it counts as gone. One that is not there is left alone.
    public void expire(SnapshotImage image) {
        var found = client.get()
                .batchGetImage(request -> request.repositoryName(name()).imageIds(id(image)))
                .images();
        if (!found.isEmpty()) {
            mark(image, found.getFirst());
        }
    }

    private void mark(SnapshotImage image, Image found) {
        try {
            client.get().putImage(request -> request.repositoryName(name())
                    .imageManifest(found.imageManifest())
                    .imageManifestMediaType(found.imageManifestMediaType())
                    .imageTag(EXPIRED + image.digest().substring("sha256:".length())));
        } catch (ImageAlreadyExistsException _) {
            // It was marked before.
        }
    }

    private Optional<ImageDetail> find(ImageIdentifier id) {
        try {
            return client
                    .get()
                    .describeImages(request -> request.repositoryName(name()).imageIds(id))
                    .imageDetails()
                    .stream()
                    .filter(image -> image.imageTags().stream().noneMatch(tag -> tag.startsWith(EXPIRED)))
                    .findFirst();
        } catch (ImageNotFoundException _) {
            return Optional.empty();
        }
    }

    private static ImageIdentifier id(SnapshotImage image) {
        return ImageIdentifier.builder().imageDigest(image.digest()).build();
    }

    private String name() {
        return uri.substring(uri.indexOf('/') + 1);
    }
}
