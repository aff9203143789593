package dev.berth.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.access.FakeObjectStore;
import dev.berth.access.MemoryVault;
import dev.berth.conversation.NoLogWatch;
import dev.berth.event.Json;
import dev.berth.http.MutableClock;
import dev.berth.organization.Ids;
import dev.berth.profile.DraftPolicy;
import dev.berth.profile.RepositoryUrlPolicy;
import dev.berth.sandbox.FakeSandboxDriver;
import dev.berth.sandbox.FlushPolicy;
import dev.berth.sandbox.SteadySince;
import dev.berth.session.AdmissionGate;
import dev.berth.session.RecordingWorkflow;
import dev.berth.session.Session;
import dev.berth.session.SessionStatus;
import dev.berth.session.Sessions;
import dev.berth.session.StopReason;
import dev.berth.snapshot.FakeSnapshotBuilder;
import dev.berth.store.InMemoryDynamoDb;
import dev.berth.trigger.RecordingEventBus;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What others ask for on the bus, and the key that an installation begins with, over the whole control plane.
class TriggerFunctionTest {
    private static final String KEY = "berth_" + "k".repeat(43);

    private final InMemoryDynamoDb dynamoDb = InMemoryDynamoDb.withNewTable();

    private ControlPlane controlPlane;
    private String organization;
    private String profile;

    @BeforeEach
    void install() {
        var builder = new FakeSnapshotBuilder();
        builder.succeedAtOnce();
        controlPlane = new ControlPlane(
                new Ports(
                        dynamoDb.client(),
                        new RecordingWorkflow(),
                        new FakeSandboxDriver(),
                        builder,
                        new MemoryVault(),
                        new FakeObjectStore(),
                        (_, _) -> true,
                        new NoLogWatch(),
                        new RecordingEventBus(),
                        SteadySince.ALWAYS,
                        AdmissionGate.OPEN),
                settings(dynamoDb.tableName()),
                Ids.ulids(),
                new MutableClock(),
                new SecureRandom());
        builder.tell(controlPlane.snapshotObserver());
        organization = init(KEY).path("organization").asString();
        profile = post("/v1/profiles", Map.of("name", "web")).path("id").asString();
        post("/v1/profiles/" + profile + "/versions", Map.of());
    }

    @Test
    void theFirstKeyAdministersAndAnotherOneDoesNot() {
        assertThat(init(KEY).path("administrator").booleanValue()).isTrue();
        var other = init("berth_" + "x".repeat(43));
        assertThat(other.path("administrator").booleanValue()).isFalse();
        assertThat(other.path("organization").asString()).isEqualTo(organization);
    }

    @Test
    void aRequestForAKeyThatIsNoneSaysWhatToSend() {
        assertThatThrownBy(() -> init("secret")).hasMessageContaining("berth_<43 random characters");
    }

    @Test
    void aRequestedSessionStartsOnceHoweverOftenItsEventCome() {
        tell(requested());
        tell(requested());
        assertThat(live()).singleElement().satisfies(session -> {
            assertThat(session.spec().startedBy().id()).isEqualTo("nightly");
            assertThat(session.spec().task()).startsWith("Update the dependencies");
        });
    }

    @Test
    void whereThereIsOneOrganizationItNeedNotBeNamed() {
        tell(requested().replace("\"organization\": \"" + organization + "\",", ""));
        assertThat(live()).hasSize(1);
    }

    @Test
    void whatTheOperationWouldRefuseStartsNothingAndIsOver() {
        tell(requested().replace("\"task\"", "\"tusk\""));
        tell(requested().replace(profile, "prf_unknown"));
        tell(requested().replace(organization, "org_unknown"));
        assertThat(live()).isEmpty();
    }

    @Test
    void aStopForAllStopsWhatRunsAndWhatWaits() {
        for (int i = 0; i < 12; i++) {
            tell(requested().replace("7bf73129", "7bf7312" + i));
        }
        assertThat(live()).hasSize(12);
        tell(AwsEvents.bus("session-stop-requested").replace("org_01kap0000000000000000000a1", organization));
        assertThat(live()).allSatisfy(session -> assertThat(session.status()).isEqualTo(SessionStatus.STOPPING));
        assertThat(live()).hasSize(10);
    }

    @Test
    void aStopForOneStopsThatOne() {
        tell(requested());
        var session = live().getFirst();
        tell(stop("{\"session\": \"%s\", \"reason\": \"enough\"}"
                .formatted(session.key().session())));
        assertThat(live().getFirst().reason()).isEqualTo(StopReason.USER);
    }

    @Test
    void aStopForNothingAndOneForAnUnknownSessionAreOver() {
        tell(requested());
        tell(stop("{\"reason\": \"enough\"}"));
        tell(stop("{\"session\": \"ses_unknown\", \"reason\": \"enough\"}"));
        assertThat(live().getFirst().status()).isEqualTo(SessionStatus.STARTING);
    }

    @Test
    void anotherOrganizationsStopForAllStopsNothingHere() {
        tell(requested());
        tell(AwsEvents.bus("session-stop-requested"));
        assertThat(live().getFirst().status()).isEqualTo(SessionStatus.STARTING);
    }

    private void tell(String event) {
        AwsEvents.call(controlPlane.trigger(), event);
    }

    private String requested() {
        return AwsEvents.bus("session-requested")
                .replace("org_01kap0000000000000000000a1", organization)
                .replace("prf_01kapj7k3s5w8z1c4e6g9j2m5p", profile)
                .replace("\"repository\": \"app\",", "");
    }

    private static String stop(String detail) {
        return "{\"id\": \"1\", \"source\": \"ops\", \"detail-type\": \"Session Stop Requested\", \"detail\": %s}"
                .formatted(detail);
    }

    private List<Session> live() {
        return new Sessions(dynamoDb.store())
                .live()
                .filter(session -> !session.status().isEnded())
                .toList();
    }

    private JsonNode init(String key) {
        return Json.MAPPER.readTree(AwsEvents.call(
                controlPlane.admin(), Json.MAPPER.writeValueAsString(Map.of("organization", "Acme", "apiKey", key))));
    }

    private JsonNode post(String path, Map<String, Object> body) {
        var answer = Json.MAPPER.readTree(AwsEvents.call(
                controlPlane.api(),
                Json.MAPPER.writeValueAsString(Map.of(
                        "routeKey", "$default",
                        "rawPath", path,
                        "headers", Map.of("authorization", "Bearer " + KEY, "content-type", "application/json"),
                        "requestContext", Map.of("requestId", "1", "http", Map.of("method", "POST", "path", path)),
                        "body", Json.MAPPER.writeValueAsString(body)))));
        assertThat(answer.path("statusCode").intValue()).as(answer.toString()).isBetween(200, 299);
        return Json.MAPPER.readTree(answer.path("body").asString());
    }

    private static Settings settings(String tableName) {
        return new Settings(
                tableName,
                "https://berth.example",
                "https://sandbox.example",
                "wss://sockets.example",
                "wss://sockets.example",
                Duration.ofSeconds(2),
                FlushPolicy.AWS,
                new DraftPolicy.Platform(Map.of("shell", List.of()), true, false, RepositoryUrlPolicy.HTTPS_ONLY));
    }
}
