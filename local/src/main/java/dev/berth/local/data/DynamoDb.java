package dev.berth.local.data;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

/// A DynamoDB on this machine.
public final class DynamoDb implements AutoCloseable {
    /// The engine sends usage data to its maker unless told not to, by this argument or by its environment.
    private static final boolean WITHOUT_TELEMETRY = true;

    private static final Duration CALL_TIME_OUT = Duration.ofSeconds(10);

    /// Held here, since a logger that nobody holds forgets its level.
    private static final Logger ENGINE_LOG = Logger.getLogger("com.almworks.sqlite4java");

    static {
        ENGINE_LOG.setLevel(Level.WARNING);
    }

    private final DynamoDbClient client;
    private final Runnable shutdown;

    private DynamoDb(DynamoDbClient client, Runnable shutdown) {
        this.client = client;
        this.shutdown = shutdown;
    }

    /// DynamoDB Local in this process, kept in a folder.
    public static DynamoDb inFolder(Path folder) {
        return embedded(DynamoDBEmbedded.create(folder.resolve("berth.db").toFile(), WITHOUT_TELEMETRY));
    }

    /// DynamoDB Local in this process, kept nowhere.
    public static DynamoDb inMemory() {
        return embedded(DynamoDBEmbedded.create(WITHOUT_TELEMETRY));
    }

    /// Another engine that speaks DynamoDB's protocol. Such engines ask for credentials, and take any.
    public static DynamoDb at(URI endpoint) {
        var client = DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("berth", "berth")))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(configuration ->
                        configuration.apiCallTimeout(CALL_TIME_OUT).apiCallAttemptTimeout(CALL_TIME_OUT.dividedBy(2)))
                .build();
        return new DynamoDb(client, client::close);
    }

    public DynamoDbClient client() {
        return client;
    }

    /// The same engine, reached through a client around its own.
    public DynamoDb through(UnaryOperator<DynamoDbClient> around) {
        return new DynamoDb(around.apply(client), shutdown);
    }

    /// Makes a table unless it is there.
    public void createTable(CreateTableRequest request) {
        try {
            client.createTable(request);
        } catch (ResourceInUseException exists) {
            // An earlier start made it.
        }
        client.waiter().waitUntilTableExists(table -> table.tableName(request.tableName()));
    }

    /// Ends it. The embedded engine leaves threads behind that keep a process alive: end that with `System.exit`.
    @Override
    public void close() {
        shutdown.run();
    }

    private static DynamoDb embedded(AmazonDynamoDBLocal engine) {
        return new DynamoDb(CommittedTransactions.of(engine.dynamoDbClient()), engine::shutdown);
    }
}
