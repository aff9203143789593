package dev.berth.local.conformance;

import dev.berth.function.Ports;
import dev.berth.local.cli.up.ControlPlaneLauncher;
import dev.berth.local.cli.up.UpSettings;
import dev.berth.local.up.LocalLauncher;
import dev.berth.local.up.Seams;
import dev.berth.organization.ApiKeySecret;
import dev.berth.organization.CreateOrganization;
import dev.berth.organization.Ids;
import dev.berth.store.BerthStore;
import dev.berth.store.BerthTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A control plane on a free port, over a data folder of its own, with two organizations.
final class RunningBerth implements AutoCloseable {
    private static final Map<String, AttributeValue> INSTALLATION =
            Map.of("pk", AttributeValue.fromS("installation"), "sk", AttributeValue.fromS("organization"));

    private final Path root;
    private final ControlPlaneLauncher.Running running;
    private final Api admin;
    private @Nullable DynamoDbClient dynamoDb;
    private @Nullable PlayedSandboxes sandboxes;
    private @Nullable Scene scene;

    private RunningBerth(Path root) throws IOException {
        this.root = root;
        var seams = new Seams(Clock.systemUTC(), this::seen, this::played);
        this.running = new LocalLauncher(seams).start(new UpSettings(0, data(), UpSettings.Driver.process, null));
        var http = Api.client();
        var document = new Document(Served.at(http, running.url() + "/openapi.json"));
        this.admin =
                new Api(running.url(), http, document, new Ledger(), Files.readString(data().resolve("admin-key")));
    }

    static RunningBerth start() throws IOException {
        return new RunningBerth(Files.createTempDirectory("berth").toRealPath());
    }

    Api admin() {
        return admin;
    }

    Scene scene() {
        if (scene == null) {
            scene = Scene.of(admin);
        }
        return scene;
    }

    /// A client with a key that has these scopes.
    Api with(String... scopes) {
        var made = admin.call("POST /v1/api-keys")
                .json(Map.of("name", "of a test", "scopes", List.of(scopes)))
                .answers(201);
        return admin.as(made.text("key"));
    }

    /// The administrator of another organization.
    Api stranger() {
        var secret = ApiKeySecret.random(new SecureRandom());
        var first = dynamoDb()
                .getItem(get -> get.tableName(BerthTable.NAME).key(INSTALLATION))
                .item();
        dynamoDb().deleteItem(delete -> delete.tableName(BerthTable.NAME).key(INSTALLATION));
        new CreateOrganization(new BerthStore(dynamoDb(), BerthTable.NAME), Ids.ulids(), Clock.systemUTC())
                .ensure("Strangers", secret);
        dynamoDb().putItem(put -> put.tableName(BerthTable.NAME).item(first));
        return admin.as(secret.text());
    }

    PlayedSandboxes sandboxes() {
        return Objects.requireNonNull(sandboxes);
    }

    DynamoDbClient dynamoDb() {
        return Objects.requireNonNull(dynamoDb);
    }

    Path data() {
        return root.resolve("data");
    }

    /// A place for repositories and other things of tests.
    Path root() {
        return root;
    }

    @Override
    public void close() {
        running.stop();
    }

    private DynamoDbClient seen(DynamoDbClient client) {
        dynamoDb = client;
        return client;
    }

    private Ports played(Ports ports) {
        var around = new PlayedSandboxes(ports.driver());
        sandboxes = around;
        return new Ports(
                ports.dynamoDb(),
                ports.workflow(),
                around,
                ports.snapshotBuilder(),
                ports.vault(),
                ports.objects(),
                ports.sockets(),
                ports.logWatch(),
                ports.bus(),
                ports.steadySince(),
                ports.admissionGate());
    }
}
