package dev.berth.local.signals;

import dev.berth.access.FakeObjectStore;
import dev.berth.access.MemoryVault;
import dev.berth.event.Json;
import dev.berth.function.ControlPlane;
import dev.berth.function.Ports;
import dev.berth.http.HttpFunction;
import dev.berth.http.MutableClock;
import dev.berth.local.front.FunctionContext;
import dev.berth.local.harness.ObservedPorts;
import dev.berth.local.harness.ObservedStore;
import dev.berth.local.harness.Points;
import dev.berth.organization.ApiKeySecret;
import dev.berth.organization.CreateOrganization;
import dev.berth.organization.Ids;
import dev.berth.sandbox.Observation;
import dev.berth.sandbox.SandboxRef;
import dev.berth.sandbox.SteadySince;
import dev.berth.session.AdmissionGate;
import dev.berth.session.Admissions;
import dev.berth.session.Session;
import dev.berth.session.SessionKey;
import dev.berth.session.Sessions;
import dev.berth.store.BerthStore;
import dev.berth.store.InMemoryDynamoDb;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The real control plane, with everything around it played by one thread.
final class Stage {
    private static final String KEY = "berth_" + "k".repeat(43);

    private final MutableClock clock = new MutableClock();
    private final Agenda agenda = new Agenda();
    private final PlayedDriver driver = new PlayedDriver(this, agenda);
    private final BerthStore store;
    private final InterpretedWorkflow workflow;
    private final ControlPlane controlPlane;
    private final HttpFunction<?> api;
    private final HttpFunction<?> sandboxApi;
    private final String organization;
    private final String profile;
    private Points points = _ -> {};
    private String lastSession = "";

    Stage(InMemoryDynamoDb dynamoDb) {
        Points passed = point -> points.pass(point);
        var snapshots = new ReadySnapshots(agenda);
        var client = RememberedReads.of(dynamoDb.client());
        store = new BerthStore(client, dynamoDb.tableName());
        workflow = new InterpretedWorkflow(SessionDefinition.load(), this::step, agenda, clock, passed);
        controlPlane = new ControlPlane(
                ObservedPorts.of(ports(ObservedStore.of(client, passed), snapshots), passed),
                Surroundings.settings(dynamoDb.tableName()),
                this::nextId,
                clock,
                new SecureRandom());
        snapshots.tell(controlPlane.snapshotObserver());
        api = controlPlane.api();
        sandboxApi = controlPlane.sandboxApi();
        organization = new CreateOrganization(store, Ids.ulids(), clock)
                .ensure("played", new ApiKeySecret(KEY))
                .id();
        profile = publishedProfile();
    }

    /// Begins anew: what stood is forgotten.
    void begin(Points next) {
        agenda.clear();
        driver.clear();
        workflow.clear();
        lastSession = "";
        points = next;
    }

    void start() {
        clientCall("POST /v1/sessions", Map.of(), Map.of("profile", profile, "task", "work"))
                .expect(202);
    }

    /// The session that was started last, once it is written.
    Optional<Session> session() {
        return lastSession.isEmpty()
                ? Optional.empty()
                : new Sessions(store).find(new SessionKey(organization, lastSession));
    }

    boolean holdsSlot() {
        return new Admissions(store).read(organization).slots().stream().anyMatch(slot -> slot.session()
                .equals(lastSession));
    }

    Answer sessionCall(String operation, @Nullable Object body) {
        return clientCall(operation, Map.of("session", lastSession), body);
    }

    Answer sandboxCall(String operation, String token, @Nullable Object body) {
        return Answer.of(sandboxApi, operation, Map.of(), Map.of("authorization", "Bearer " + token), body);
    }

    /// The connection is named like the sandbox.
    void connectSocket(String sandbox, String token) {
        var event = Map.of(
                "requestContext", Map.of("connectionId", sandbox, "routeKey", "$connect"),
                "headers", Map.of("Authorization", "Bearer " + token));
        try {
            var input = new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(event));
            controlPlane.sockets().handleRequest(input, new ByteArrayOutputStream(), context());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// As a substrate tells: a little later.
    void tellGone(SandboxRef sandbox, String detail) {
        agenda.add(() -> controlPlane.sandboxObserver().gone(sandbox, new Observation.Gone(detail)));
    }

    /// Runs until nothing is left to do but to wait for a time-out.
    void settleDown() {
        do {
            agenda.run();
        } while (workflow.passPause());
    }

    Agenda agenda() {
        return agenda;
    }

    PlayedDriver driver() {
        return driver;
    }

    InterpretedWorkflow workflow() {
        return workflow;
    }

    void advance(Duration by) {
        clock.advance(by);
    }

    private Ports ports(DynamoDbClient dynamoDb, ReadySnapshots snapshots) {
        return new Ports(
                dynamoDb,
                workflow,
                driver,
                snapshots,
                new MemoryVault(),
                new FakeObjectStore(),
                (connection, _) -> driver.wake(connection),
                Surroundings.NO_READERS,
                _ -> {},
                SteadySince.ALWAYS,
                AdmissionGate.OPEN);
    }

    private void step(String payload) throws IOException {
        var input = new ByteArrayInputStream(payload.getBytes(StandardCharsets.UTF_8));
        controlPlane.step().handleRequest(input, new ByteArrayOutputStream(), context());
    }

    private static FunctionContext context() {
        return new FunctionContext("played", "req");
    }

    private String nextId(String prefix) {
        var id = Ids.ulids().next(prefix);
        if (prefix.equals("ses")) {
            lastSession = id;
        }
        return id;
    }

    private Answer clientCall(String operation, Map<String, String> path, @Nullable Object body) {
        return Answer.of(api, operation, path, Map.of("authorization", "Bearer " + KEY), body);
    }

    /// Idle after a minute.
    private String publishedProfile() {
        var id = clientCall("POST /v1/profiles", Map.of(), Map.of("name", "played"))
                .expect(201)
                .body()
                .path("id")
                .asString();
        var path = Map.of("profile", id);
        var draft = clientCall("GET /v1/profiles/{profile}/draft", path, null).expect(200);
        var headers = new HashMap<>(Map.of("authorization", "Bearer " + KEY));
        headers.put("if-match", draft.headers().getOrDefault("etag", ""));
        Answer.of(api, "PUT /v1/profiles/{profile}/draft", path, headers, Map.of("idleTimeoutMinutes", 1))
                .expect(200);
        clientCall("POST /v1/profiles/{profile}/versions", path, Map.of()).expect(202);
        agenda.run();
        return id;
    }
}
