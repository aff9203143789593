package dev.berth.infra.data;

import dev.berth.infra.settings.Installation;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.amazon.awscdk.services.s3.StorageClass;
import software.amazon.awscdk.services.s3.Transition;
import software.constructs.Construct;

/// Diffs, large outputs and archives. Reached through signed links only, over TLS only.
final class ObjectsBucket extends Construct {
    /// Archives go after 30 days, by the sweep; what is older is diffs and outputs that people keep.
    private static final Duration SELDOM_READ_AFTER = Duration.days(60);

    private final Bucket bucket;

    ObjectsBucket(Construct scope, String id, Installation installation) {
        super(scope, id);
        var builder = Bucket.Builder.create(this, "Bucket")
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .enforceSsl(true)
                .encryption(BucketEncryption.S3_MANAGED)
                .lifecycleRules(rules(installation))
                .removalPolicy(installation.retention().keepData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
        installation.dataKeyArn().ifPresent(arn -> builder.encryption(BucketEncryption.KMS)
                .bucketKeyEnabled(true)
                .encryptionKey(Key.fromKeyArn(this, "Key", arn)));
        this.bucket = builder.build();
    }

    String name() {
        return bucket.getBucketName();
    }

    String arn() {
        return bucket.getBucketArn();
    }

    private static List<LifecycleRule> rules(Installation installation) {
        var rules = new ArrayList<LifecycleRule>();
        rules.add(LifecycleRule.builder()
                .id("unfinished-uploads")
                .abortIncompleteMultipartUploadAfter(Duration.days(1))
                .build());
        // S3 itself leaves objects below 128 KiB where they are: the cheaper class would bill them as that
        rules.add(LifecycleRule.builder()
                .id("seldom-read")
                .transitions(List.of(Transition.builder()
                        .storageClass(StorageClass.INFREQUENT_ACCESS)
                        .transitionAfter(SELDOM_READ_AFTER)
                        .build()))
                .build());
        installation
                .retention()
                .objectDays()
                .ifPresent(days -> rules.add(LifecycleRule.builder()
                        .id("old")
                        .expiration(Duration.days(days))
                        .build()));
        return rules;
    }
}
