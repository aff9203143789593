package dev.berth.store;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// A table of its own for a test class, in the one in-memory DynamoDB Local of this JVM:
///
/// ```java
/// @RegisterExtension
/// static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();
/// ```
public final class InMemoryDynamoDb implements BeforeAllCallback {
    private static final AtomicInteger TABLES = new AtomicInteger();

    private @Nullable String tableName;

    /// With a table that nothing else has ever seen, for a test alone.
    public static InMemoryDynamoDb withNewTable() {
        var dynamoDb = new InMemoryDynamoDb();
        dynamoDb.makeTable();
        return dynamoDb;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        makeTable();
    }

    private void makeTable() {
        tableName = "berth-" + TABLES.incrementAndGet();
        client().createTable(BerthTable.createRequest(tableName));
    }

    public DynamoDbClient client() {
        return Engine.CLIENT;
    }

    public String tableName() {
        if (tableName == null) {
            throw new IllegalStateException("Register this extension in a static field");
        }
        return tableName;
    }

    public BerthStore store() {
        return new BerthStore(client(), tableName());
    }

    private static final class Engine {
        static final DynamoDbClient CLIENT = DynamoDBEmbedded.create().dynamoDbClient();
    }
}
