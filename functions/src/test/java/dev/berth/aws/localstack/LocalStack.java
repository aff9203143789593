package dev.berth.aws.localstack;

import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/// LocalStack, and clients that call it.
final class LocalStack {
    /// The last one that asks for no account.
    private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.14.0");

    private LocalStack() {}

    static LocalStackContainer with(String... services) {
        return new LocalStackContainer(IMAGE)
                .withServices(services)
                // links are only worth testing where their signatures are checked
                .withEnv("S3_SKIP_SIGNATURE_VALIDATION", "0");
    }

    static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
            LocalStackContainer container, B builder) {
        return builder.endpointOverride(container.getEndpoint())
                .region(region(container))
                .credentialsProvider(credentials(container))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    static Region region(LocalStackContainer container) {
        return Region.of(container.getRegion());
    }

    static StaticCredentialsProvider credentials(LocalStackContainer container) {
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(container.getAccessKey(), container.getSecretKey()));
    }
}
