package dev.berth.aws.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.organization.ApiKeySecret;
import dev.berth.organization.ApiKeys;
import dev.berth.organization.CreateOrganization;
import dev.berth.organization.Ids;
import dev.berth.store.BerthStore;
import dev.berth.store.BerthTable;
import dev.berth.store.PageRequest;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The table as a service that is called over HTTP, and not in this process: conditions, transactions and indexes.
@Tag("localstack")
@Testcontainers
class TableTest {
    @Container
    private static final LocalStackContainer AWS = LocalStack.with("dynamodb");

    private static BerthStore store;

    @BeforeAll
    static void createTable() {
        var client = LocalStack.client(AWS, DynamoDbClient.builder());
        client.createTable(BerthTable.createRequest(BerthTable.NAME));
        store = new BerthStore(client, BerthTable.NAME);
    }

    @Test
    void ofManyWhoInstallOneMakesTheOrganizationAndItsKey() throws Exception {
        var secrets = IntStream.range(0, 6)
                .mapToObj(i -> new ApiKeySecret("berth_" + Integer.toString(i).repeat(43)))
                .toList();
        var installs = secrets.stream()
                .<Callable<String>>map(secret -> () -> new CreateOrganization(store, Ids.ulids(), Clock.systemUTC())
                        .ensure("Acme", secret)
                        .id())
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var made = threads.invokeAll(installs).getFirst().get();
            var keys = new ApiKeys(store);
            assertThat(secrets.stream()
                            .filter(secret -> keys.byHash(secret.hash()).isPresent()))
                    .hasSize(1);
            assertThat(keys.list(made, new PageRequest(10, null)).items()).hasSize(1);
        }
    }
}
