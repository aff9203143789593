package dev.berth.infra.substrate;

import dev.berth.infra.grant.Grant;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.constructs.Construct;

/// What images are built from: one archive that both CodeBuild projects unpack.
final class ImageSources {
    private static final int SHORT_HASH = 12;

    private final Asset asset;

    ImageSources(Construct scope, String id, Path folder) {
        this.asset = Asset.Builder.create(scope, id).path(folder.toString()).build();
    }

    /// As CodeBuild wants it.
    String location() {
        return asset.getS3BucketName() + "/" + asset.getS3ObjectKey();
    }

    /// Names the content.
    String shortHash() {
        return asset.getAssetHash().substring(0, SHORT_HASH);
    }

    List<Grant> read() {
        var bucket = asset.getBucket();
        return List.of(
                Grant.of(List.of("s3:GetBucketLocation", "s3:ListBucket"), bucket.getBucketArn()),
                Grant.of(List.of("s3:GetObject", "s3:GetObjectVersion"), bucket.arnForObjects(asset.getS3ObjectKey())));
    }
}
