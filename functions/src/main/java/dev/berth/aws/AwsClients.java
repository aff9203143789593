package dev.berth.aws;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/// The SDK's clients, each made when it is first used: all with a region, a time-out for an attempt and for the call,
/// and a decided number of attempts.
public final class AwsClients {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration SOCKET = Duration.ofSeconds(10);

    /// The table: short, since each request of a client makes several such calls.
    private static final Limits TABLE = new Limits(Duration.ofSeconds(3), Duration.ofSeconds(10), 4);

    private static final Limits CONTROL = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(16), 3);

    /// Objects of some megabytes.
    private static final Limits BULK = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(25), 3);

    /// A wake that does not arrive at once is not worth waiting for.
    private static final Limits WAKE = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(3), 2);

    /// A launch is tried once: what a second attempt is told says nothing of what became of the first.
    private static final Limits LAUNCH = new Limits(Duration.ofSeconds(15), Duration.ofSeconds(15), 1);

    private final Region region;
    private final AwsCredentialsProvider credentials;
    private final Supplier<SdkHttpClient> http = new Lazy<>(() -> UrlConnectionHttpClient.builder()
            .connectionTimeout(CONNECT)
            .socketTimeout(SOCKET)
            .build());

    public AwsClients(Region region, AwsCredentialsProvider credentials) {
        this.region = region;
        this.credentials = credentials;
    }

    public DynamoDbClient dynamoDb() {
        return configured(DynamoDbClient.builder(), TABLE).build();
    }

    public Supplier<SfnClient> stepFunctions() {
        return new Lazy<>(() -> configured(SfnClient.builder(), CONTROL).build());
    }

    public Supplier<SecretsManagerClient> secretsManager() {
        return new Lazy<>(
                () -> configured(SecretsManagerClient.builder(), CONTROL).build());
    }

    public Supplier<EventBridgeClient> eventBridge() {
        return new Lazy<>(() -> configured(EventBridgeClient.builder(), CONTROL).build());
    }

    public Supplier<S3Client> s3() {
        return new Lazy<>(() -> configured(S3Client.builder(), BULK).build());
    }

    public Supplier<S3Presigner> s3Presigner() {
        return new Lazy<>(() -> S3Presigner.builder()
                .region(region)
                .credentialsProvider(credentials)
                .build());
    }

    /// @param endpoint of the WebSocket API's stage, `https://…`
    public Supplier<ApiGatewayManagementApiClient> connections(URI endpoint) {
        return new Lazy<>(() -> configured(ApiGatewayManagementApiClient.builder(), WAKE)
                .endpointOverride(endpoint)
                .build());
    }

    public Supplier<EcsClient> ecs() {
        return new Lazy<>(() -> configured(EcsClient.builder(), CONTROL).build());
    }

    public Supplier<EcsClient> ecsLaunches() {
        return new Lazy<>(() -> configured(EcsClient.builder(), LAUNCH).build());
    }

    public Supplier<EcrClient> ecr() {
        return new Lazy<>(() -> configured(EcrClient.builder(), CONTROL).build());
    }

    public Supplier<CodeBuildClient> codeBuild() {
        return new Lazy<>(() -> configured(CodeBuildClient.builder(), CONTROL).build());
    }

    public Supplier<CloudWatchLogsClient> logs() {
        return new Lazy<>(
                () -> configured(CloudWatchLogsClient.builder(), CONTROL).build());
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B configured(B builder, Limits limits) {
        return builder.region(region)
                .credentialsProvider(credentials)
                .httpClient(http.get())
                .overrideConfiguration(configuration -> configuration
                        .apiCallAttemptTimeout(limits.attempt())
                        .apiCallTimeout(limits.call())
                        .retryStrategy(limits.retries()));
    }

    /// @param attempts the first one among them
    private record Limits(Duration attempt, Duration call, int attempts) {
        RetryStrategy retries() {
            return attempts == 1
                    ? AwsRetryStrategy.doNotRetry()
                    : AwsRetryStrategy.standardRetryStrategy().toBuilder()
                            .maxAttempts(attempts)
                            .build();
        }
    }
}
