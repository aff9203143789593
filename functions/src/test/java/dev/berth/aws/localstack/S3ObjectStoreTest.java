package dev.berth.aws.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.access.ObjectStore;
import dev.berth.access.ObjectStoreContract;
import dev.berth.aws.S3ObjectStore;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

@Tag("localstack")
@Testcontainers
class S3ObjectStoreTest extends ObjectStoreContract {
    private static final String BUCKET = "berth-objects";

    @Container
    private static final LocalStackContainer AWS = LocalStack.with("s3");

    private static S3Client client;
    private static S3Presigner presigner;

    @BeforeAll
    static void connect() {
        client = LocalStack.client(AWS, S3Client.builder().forcePathStyle(true));
        client.createBucket(request -> request.bucket(BUCKET));
        presigner = S3Presigner.builder()
                .endpointOverride(AWS.getEndpoint())
                .region(LocalStack.region(AWS))
                .credentialsProvider(LocalStack.credentials(AWS))
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
    }

    @Override
    protected ObjectStore store() {
        return new S3ObjectStore(() -> client, () -> presigner, BUCKET);
    }

    @Test
    void moreThanOneListingIsRemoved() {
        for (int i = 0; i < 1_010; i++) {
            store().put("org_9/ses_9/out/" + i, "x".getBytes(StandardCharsets.UTF_8));
        }
        store().deleteAll("org_9/ses_9/");
        assertThat(client.listObjectsV2(request -> request.bucket(BUCKET).prefix("org_9/"))
                        .contents())
                .isEmpty();
    }
}
