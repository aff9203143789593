package dev.berth.function;

import dev.berth.aws.AwsClients;
import dev.berth.aws.EventBridgeBus;
import dev.berth.aws.GatewaySockets;
import dev.berth.aws.Lazy;
import dev.berth.aws.PausingLogWatch;
import dev.berth.aws.S3ObjectStore;
import dev.berth.aws.SecretsManagerVault;
import dev.berth.aws.SnapshotRepository;
import dev.berth.aws.StepFunctionsWorkflow;
import dev.berth.aws.codebuild.CodeBuildSnapshotBuilder;
import dev.berth.aws.fargate.FargateSandboxDriver;
import dev.berth.aws.fargate.SweepTaskDefinitions;
import dev.berth.organization.Ids;
import dev.berth.profile.DraftPolicy;
import dev.berth.profile.RepositoryUrlPolicy;
import dev.berth.protocol.ShippedAgents;
import dev.berth.sandbox.FlushPolicy;
import dev.berth.sandbox.SteadySince;
import dev.berth.session.AdmissionGate;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/// The control plane over AWS. Every function is wired whole, and makes the clients that it uses when it first does.
final class AwsControlPlane {
    /// A longer wait would be paid for by the second; who wants news at once has a socket.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Environment environment;
    private final AwsClients clients;
    private final Supplier<ControlPlane> controlPlane;

    private AwsControlPlane(Environment environment, AwsClients clients) {
        this.environment = environment;
        this.clients = clients;
        this.controlPlane = new Lazy<>(this::wire);
    }

    static ControlPlane of(Environment environment) {
        return in(environment).controlPlane.get();
    }

    /// Everything that the schedule is for: what the control plane repairs, and what AWS keeps for it.
    static Runnable sweep(Environment environment) {
        var aws = in(environment);
        var controlPlane = aws.controlPlane.get();
        var definitions = aws.taskDefinitions();
        return () -> {
            controlPlane.sweep();
            definitions.sweep();
        };
    }

    private static AwsControlPlane in(Environment environment) {
        var clients = new AwsClients(
                Region.of(environment.region()),
                DefaultCredentialsProvider.builder().build());
        return new AwsControlPlane(environment, clients);
    }

    private SweepTaskDefinitions taskDefinitions() {
        var fargate = environment.fargate();
        return new SweepTaskDefinitions(
                fargate.familyPrefix(), fargate.release(), clients.ecs(), snapshots(), Clock.systemUTC());
    }

    private SnapshotRepository snapshots() {
        return new SnapshotRepository(clients.ecr(), environment.builds().repositoryUri());
    }

    private ControlPlane wire() {
        return new ControlPlane(ports(), settings(), Ids.ulids(), Clock.systemUTC(), new SecureRandom());
    }

    private Ports ports() {
        var snapshots = snapshots();
        var objects = new S3ObjectStore(clients.s3(), clients.s3Presigner(), environment.objectsBucket());
        return new Ports(
                clients.dynamoDb(),
                new StepFunctionsWorkflow(clients.stepFunctions(), environment.stateMachineArn()),
                new FargateSandboxDriver(
                        environment.fargate(),
                        clients.ecs(),
                        clients.ecsLaunches(),
                        snapshots,
                        (sandbox, gone) -> controlPlane.get().sandboxObserver().gone(sandbox, gone)),
                new CodeBuildSnapshotBuilder(
                        environment.builds(),
                        clients.codeBuild(),
                        clients.logs(),
                        objects,
                        snapshots,
                        build -> controlPlane.get().snapshotObserver().ended(build)),
                new SecretsManagerVault(clients.secretsManager(), environment.secretsPrefix()),
                objects,
                new GatewaySockets(clients.connections(environment.socketsEndpoint())),
                new PausingLogWatch(),
                new EventBridgeBus(clients.eventBridge(), environment.eventBusName()),
                SteadySince.ALWAYS,
                AdmissionGate.OPEN);
    }

    private Settings settings() {
        return new Settings(
                environment.tableName(),
                environment.baseUrl(),
                environment.sandboxUrl(),
                environment.socketUrl(),
                environment.sandboxSocketUrl(),
                LONGEST_WAIT,
                FlushPolicy.AWS,
                new DraftPolicy.Platform(ShippedAgents.OPTIONS, true, false, RepositoryUrlPolicy.HTTPS_ONLY));
    }
}
