package dev.berth.infra.control;

import dev.berth.infra.data.DataStack;
import dev.berth.infra.release.Release;
import dev.berth.infra.settings.FunctionFamily;
import dev.berth.infra.settings.Installation;
import dev.berth.infra.substrate.SubstrateStack;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnOutputProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Code;
import software.constructs.Construct;

/// The control plane: front doors, functions, workflow, bus and rules. Paid by use only.
public final class ControlPlaneStack extends Stack {
    private final Installation installation;
    private final EventBus bus;
    private final DeadLetters deadLetters;
    private final HttpFront http;
    private final SocketFront sockets;
    private final PublicAddress address;
    private final FunctionGrants grants;
    private final Code code;
    private final Map<FunctionFamily, Alias> functions = new EnumMap<>(FunctionFamily.class);

    public ControlPlaneStack(
            Construct scope,
            String id,
            StackProps props,
            Installation installation,
            Release release,
            DataStack data,
            SubstrateStack substrate) {
        super(scope, id, props);
        this.installation = installation;
        this.bus = EventBus.Builder.create(this, "Bus")
                .eventBusName(installation.name())
                .build();
        this.deadLetters = new DeadLetters(this, "DeadLetters", installation);
        this.http = new HttpFront(this, "Http", installation);
        this.sockets = new SocketFront(this, "Sockets", installation);
        this.address = new PublicAddress(this, "Address", installation, http, sockets);
        this.grants =
                new FunctionGrants(installation, this, data, substrate, bus.getEventBusArn(), sockets.connectionsArn());
        this.code = Code.fromAsset(release.functionsZip().toString());
        deployFunctions(new FunctionEnvironment(installation, release, data, substrate));
        connect(release, substrate);
        new CfnOutput(this, "Url", output(address.url(), "Where people and clients find Berth"));
    }

    public Alias function(FunctionFamily family) {
        var function = functions.get(family);
        if (function == null) {
            throw new IllegalArgumentException("%s is not deployed yet".formatted(family));
        }
        return function;
    }

    public EventBus bus() {
        return bus;
    }

    public String deadLetterQueueName() {
        return deadLetters.queue().getQueueName();
    }

    public String httpApiId() {
        return http.apiId();
    }

    /// Of every function, to be searched together.
    public List<String> functionLogs() {
        return Arrays.stream(FunctionFamily.values())
                .map(family -> BerthFunction.logName(installation, family))
                .toList();
    }

    public String functionName(FunctionFamily family) {
        return BerthFunction.name(installation, family);
    }

    public String stateMachineArn() {
        return SessionWorkflow.arn(this, installation);
    }

    /// Of something of this account and region.
    String arnOf(String service, String kind, String name) {
        var format = service.equals("ecs") ? ArnFormat.SLASH_RESOURCE_NAME : ArnFormat.COLON_RESOURCE_NAME;
        return formatArn(ArnComponents.builder()
                .service(service)
                .resource(kind)
                .resourceName(name)
                .arnFormat(format)
                .build());
    }

    /// What sandboxes call comes first: those that launch sandboxes tell them where it is.
    private void deployFunctions(FunctionEnvironment environment) {
        environment
                .put("BERTH_BASE_URL", address.url())
                .put("BERTH_SOCKET_URL", address.socketUrl())
                .put("BERTH_SANDBOX_SOCKET_URL", sockets.url())
                .put("BERTH_SOCKETS_ENDPOINT", sockets.endpoint())
                .put("BERTH_STATE_MACHINE_ARN", stateMachineArn())
                .put("BERTH_EVENT_BUS_NAME", bus.getEventBusName());
        deploy(FunctionFamily.SANDBOX_API, environment);
        var door = new SandboxDoor(this, "SandboxDoor", function(FunctionFamily.SANDBOX_API));
        environment.put("BERTH_SANDBOX_URL", door.url());
        for (var family : FunctionFamily.values()) {
            if (family != FunctionFamily.SANDBOX_API) {
                deploy(family, environment);
            }
        }
    }

    private void deploy(FunctionFamily family, FunctionEnvironment environment) {
        var function = new BerthFunction(
                this, family, installation, code, environment.variables(), grants.of(family), deadLetters.queue());
        functions.put(family, function.alias());
    }

    private void connect(Release release, SubstrateStack substrate) {
        http.route(release.routeKeys(), function(FunctionFamily.API));
        sockets.route(function(FunctionFamily.SOCKETS));
        SessionWorkflow.deploy(
                this, "Workflow", installation, release.sessionDefinition(), function(FunctionFamily.STEP));
        var rules = new EventRules(this, "Rules", installation, deadLetters.queue());
        rules.hearSubstrate(substrate, function(FunctionFamily.SUBSTRATE_EVENTS));
        rules.hearRequests(bus, function(FunctionFamily.TRIGGER));
        rules.sweep(function(FunctionFamily.SWEEP));
        functions.forEach(rules::keepAlive);
    }

    private static CfnOutputProps output(String value, String description) {
        return CfnOutputProps.builder().value(value).description(description).build();
    }
}
