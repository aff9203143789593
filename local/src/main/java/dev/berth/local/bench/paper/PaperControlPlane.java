package dev.berth.local.bench.paper;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.berth.function.ControlPlane;
import dev.berth.function.Ports;
import dev.berth.function.Settings;
import dev.berth.local.data.DynamoDb;
import dev.berth.local.up.Definitions;
import dev.berth.local.up.LocalLogWatch;
import dev.berth.local.workflow.SteadyClock;
import dev.berth.local.workflow.WorkflowEngine;
import dev.berth.organization.ApiKeySecret;
import dev.berth.organization.CreateOrganization;
import dev.berth.organization.Ids;
import dev.berth.profile.DraftPolicy;
import dev.berth.profile.RepositoryUrlPolicy;
import dev.berth.sandbox.FlushPolicy;
import dev.berth.sandbox.SteadySince;
import dev.berth.session.AdmissionGate;
import dev.berth.store.BerthTable;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The control plane as it would be on AWS, over ports that count. Rows are in memory, the workflow is interpreted;
/// what the interpreter itself writes is not counted, since Step Functions keeps that.
final class PaperControlPlane implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    final Usage usage = new Usage();
    final PaperClock clock = new PaperClock();
    final ApiKeySecret key;
    final PaperSandboxes sandboxes = new PaperSandboxes((sandbox, gone) -> gone(sandbox, gone));
    final MeteredFunction api;
    final MeteredFunction sandboxApi;
    final MeteredFunction sockets;
    final WorkflowEngine workflow;
    final Occasion stepTaken = new Occasion("step of the workflow");
    final Occasion buildSettled = new Occasion("end of a build");

    private final DynamoDb dynamoDb = DynamoDb.inMemory();
    private final ControlPlane controlPlane;
    private final MeteredFunction step;

    PaperControlPlane() {
        dynamoDb.createTable(BerthTable.createRequest(BerthTable.NAME));
        SecureRandom random = new SecureRandom();
        Ids ids = Ids.ulids();
        this.workflow = new WorkflowEngine(
                dynamoDb.client(), Definitions.load().session(), this::step, SteadyClock.system(), random);
        this.controlPlane = new ControlPlane(ports(), settings(), ids, clock, random);
        this.api = function(
                controlPlane.api(),
                PaidOperation.CLOUDFRONT_REQUEST,
                PaidOperation.HTTP_API_REQUEST,
                PaidOperation.TRACE);
        this.sandboxApi = function(controlPlane.sandboxApi());
        this.sockets = function(controlPlane.sockets(), PaidOperation.WEBSOCKET_MESSAGE);
        this.step = function(controlPlane.step(), PaidOperation.TRACE);
        this.key = ApiKeySecret.random(random);
        new CreateOrganization(controlPlane.store(), ids, clock).ensure("bench", key);
        workflow.start();
    }

    @Override
    public void close() {
        workflow.close();
        dynamoDb.close();
    }

    private MeteredFunction function(RequestStreamHandler handler, PaidOperation... onItsWay) {
        return new MeteredFunction(handler, usage, List.of(onItsWay));
    }

    private String step(String function, String payload) {
        try {
            return new String(step.invoke(payload.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        } finally {
            stepTaken.happened();
        }
    }

    /// On AWS a rule calls a function with it; events of AWS itself are free.
    private void gone(dev.berth.sandbox.SandboxRef sandbox, dev.berth.sandbox.Observation.Gone gone) {
        usage.add(PaidOperation.LAMBDA_REQUEST);
        controlPlane.sandboxObserver().gone(sandbox, gone);
    }

    private void built(String build) {
        controlPlane.snapshotObserver().ended(build);
        buildSettled.happened();
    }

    private Ports ports() {
        return new Ports(
                MeteredDynamoDb.of(dynamoDb.client(), usage),
                workflow,
                sandboxes,
                new PaperSnapshots(this::built),
                new MeteredPorts.Vault(usage),
                new MeteredPorts.Objects(usage),
                new MeteredPorts.Waker(usage),
                new LocalLogWatch(),
                new MeteredPorts.Bus(usage),
                SteadySince.ALWAYS,
                AdmissionGate.OPEN);
    }

    private static Settings settings() {
        String url = "https://berth.invalid";
        return new Settings(
                BerthTable.NAME,
                url,
                url,
                "wss://berth.invalid",
                "wss://berth.invalid",
                LONGEST_WAIT,
                FlushPolicy.AWS,
                new DraftPolicy.Platform(Map.of("shell", List.of()), true, false, RepositoryUrlPolicy.HTTPS_ONLY));
    }
}
