package dev.berth.infra.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.aws.ministack.Ministack;
import dev.berth.event.Json;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import tools.jackson.databind.JsonNode;

/// The synthesized templates and the packaged functions, deployed: CloudFormation finds an order in which everything
/// can be made, clients are answered, and sessions run. As far as an emulator can tell, which does not check roles.
@Tag("node")
@Tag("docker")
@Tag("ministack")
final class DeploymentTest {
    @RegisterExtension
    static final Ministack MINISTACK = new Ministack();

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Map<String, Object> DRAFT = Map.of(
            "baseImage",
            LocalImages.BASE,
            "agent",
            Map.of("runtime", "shell"),
            "setupScript",
            "git init --quiet . && git -c user.name=a -c user.email=a commit -qm begun --allow-empty");

    private static DeployedBerth berth;
    private static BerthApi api;
    private static Operator operator;
    private static String organization;
    private static String profile;

    @BeforeAll
    static void publishAProfile() throws Exception {
        berth = new DeployedBerth(MINISTACK);
        api = berth.api();
        operator = berth.operator();
        organization = berth.init().path("organization").stringValue();
        profile = api.post("/v1/profiles", "{\"name\": \"hello\"}").path("id").stringValue();
        var path = "/v1/profiles/" + profile;
        api.put(path + "/draft", Json.MAPPER.writeValueAsString(DRAFT));
        api.post(path + "/versions", "");
        await().atMost(PATIENCE)
                .until(() -> api.read(path + "/versions/1/snapshot"), snapshot -> is(snapshot, "status", "ready"));
    }

    @AfterAll
    static void close() throws Exception {
        berth.close();
    }

    @Test
    void everyStackIsMade() {
        assertThat(berth.stacks()).extracting(Stack::stackStatus).hasSize(4).containsOnly(StackStatus.CREATE_COMPLETE);
    }

    @Test
    void theFirstKeyIsMadeByAnInvocationAndAdmitsItsOwnerToTheApi() {
        assertThat(berth.init().path("administrator").asBoolean()).isTrue();
        assertThat(api.read("/v1/organization").path("id").stringValue()).isEqualTo(organization);
    }

    @Test
    void nobodyIsAdmittedWithoutAKey() {
        var stranger = api.withKey("berth_" + "x".repeat(43));
        assertThat(stranger.get("/v1/profiles").statusCode()).isEqualTo(401);
        assertThat(stranger.get("/healthz").statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionRunsInAContainerAndIsStoppedByItsUser() {
        var session = start("echo one > file; echo \"sum: $((40 + 2))\"").awaitOutput("sum: 42");
        assertThat(operator.tasks(session.id())).singleElement().satisfies(task -> assertThat(operator.entryPoint(task))
                .isEqualTo(SnapshotBuild.ENTRY_POINT));

        session.awaitIdle();
        await().atMost(PATIENCE).until(() -> operator.hasSocket(session.id()));
        var wakes = berth.wakes();
        session.send("echo two >> file; echo \"agent: $(id -u)\"");
        session.awaitOutput("agent: 7000").awaitIdle();
        assertThat(berth.wakes()).isGreaterThan(wakes);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(session.diff()).contains("+one", "+two"));

        session.stop();
        assertEnded(session, "stopped", "user", ExecutionStatus.SUCCEEDED);
    }

    @Test
    void anOperatorsEventStartsASessionAndAnotherStopsIt() {
        var start = Examples.console("start").put("organization", organization).put("actor", "operator");
        start.putObject("session").put("profile", profile).put("task", "echo asked for");
        operator.putEvent("Session Requested", start);
        var session = await().atMost(PATIENCE).until(() -> startedBy("operator"), Optional::isPresent);
        session.orElseThrow().awaitOutput("asked for");

        var stop = Examples.console("stop").put("session", session.orElseThrow().id());
        operator.putEvent("Session Stop Requested", stop);
        assertEnded(session.orElseThrow(), "stopped", "user", ExecutionStatus.SUCCEEDED);
    }

    @Test
    void aTaskStoppedByHandStopsItsSession() {
        var session = start("echo begun").awaitOutput("begun");
        operator.tasks(session.id()).forEach(operator::stop);
        assertEnded(session, "stopped", "user", ExecutionStatus.SUCCEEDED);
    }

    @Test
    void anExecutionStoppedByHandStopsItsSession() {
        var session = start("echo begun").awaitOutput("begun");
        operator.stopExecution(session.id());
        assertEnded(session, "stopped", "user", ExecutionStatus.ABORTED);
    }

    @Test
    void aContainerThatDiesFailsItsSession() {
        var session = start("echo begun").awaitOutput("begun");
        operator.tasks(session.id()).forEach(operator::kill);
        assertEnded(session, "failed", "lost", ExecutionStatus.SUCCEEDED);
        assertThat(session.read().at("/failure/detail").asString("")).contains("exit code 137");
    }

    /// Its slot is free then, nothing of it stands, and nothing was left lying.
    private static void assertEnded(DeployedSession session, String status, String reason, ExecutionStatus execution) {
        assertThat(session.awaitStatus(status).path("statusReason").asString(""))
                .isEqualTo(reason);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(operator.executionStatus(session.id()))
                .isEqualTo(execution));
        assertThat(operator.slots(organization)).isEmpty();
        assertThat(operator.tasks(session.id())).isEmpty();
        assertThat(operator.deadLetters()).isZero();
    }

    private static DeployedSession start(String task) {
        return DeployedSession.start(api, profile, task);
    }

    private static Optional<DeployedSession> startedBy(String actor) {
        return api.read("/v1/sessions?startedBy=" + actor)
                .path("items")
                .valueStream()
                .map(session -> new DeployedSession(api, session.path("id").stringValue()))
                .findFirst();
    }

    private static boolean is(JsonNode thing, String field, String value) {
        return thing.path(field).asString("").equals(value);
    }
}
