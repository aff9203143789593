package dev.berth.infra.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.aws.ministack.Docker;
import dev.berth.aws.ministack.Ministack;
import dev.berth.event.Json;
import dev.berth.infra.Synthesis;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;

/// Berth deployed on an emulator, with what the emulator lacks played around it. Needs an engine on this machine.
final class DeployedBerth implements AutoCloseable {
    private static final String KEY = "berth_" + "k".repeat(43);

    private final Ministack ministack;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final LambdaClient lambda;
    private final Forwarder forwarder;
    private final Deployment deployment;
    private final List<Stack> stacks;
    private final Operator operator;
    private final String runtimeImage;

    DeployedBerth(Ministack ministack) throws Exception {
        this.ministack = ministack;
        this.lambda = opened(ministack.client(LambdaClient.builder()));
        var bus = new AccountBus(opened(ministack.client(EventBridgeClient.builder())), lambda);
        var folder = Files.createTempDirectory(Path.of("target"), "deployed");
        this.forwarder = opened(new Forwarder(bridge(), ministack.endpoint().getPort()));
        var door = opened(new FunctionUrlDoor(bridge(), this::sandboxApi));
        var build = new SnapshotBuild(opened(ministack.client(S3Client.builder().forcePathStyle(true))), folder);
        var builds = opened(new PlayedCodeBuild(build, bus::deliver));
        var variables = new EmulatedVariables(ministack, forwarder.host(), door.url(), builds.url());
        this.deployment = opened(new Deployment(ministack, variables));
        this.stacks = deployment.deploy(Synthesis.of(Synthesis.DEFAULTS));
        this.operator = opened(new Operator(ministack, deployment.resource("substrate", "AWS::ECS::Cluster", "")));
        opened(new TaskEvents(operator.ecs(), operator.cluster(), bus));
        this.runtimeImage = variable("BERTH_RUNTIME_IMAGE");
        var images = new LocalImages(folder);
        images.makeBase();
        images.makeRuntime(runtimeImage);
    }

    @Override
    public void close() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
        LocalImages.forget(ministack.host() + "/berth/*");
        LocalImages.forget(runtimeImage);
    }

    List<Stack> stacks() {
        return stacks;
    }

    Operator operator() {
        return operator;
    }

    int wakes() {
        return forwarder.wakes();
    }

    BerthApi api() {
        var api = deployment.resource("control-plane", "AWS::ApiGatewayV2::Api", "Http");
        return new BerthApi(URI.create("%s/_aws/execute-api/%s/$default".formatted(ministack.endpoint(), api)), KEY);
    }

    /// Makes the installation's first key; again, it changes nothing.
    JsonNode init() {
        var request = Json.MAPPER.writeValueAsString(Map.of("organization", "acme", "apiKey", KEY));
        var answer = lambda.invoke(
                call -> call.functionName("berth-admin").qualifier("live").payload(SdkBytes.fromUtf8String(request)));
        assertThat(answer.functionError()).as(answer.payload().asUtf8String()).isNull();
        return Json.MAPPER.readTree(answer.payload().asUtf8String());
    }

    private URI sandboxApi() {
        var url = URI.create(lambda.getFunctionUrlConfig(
                        function -> function.functionName("berth-sandbox-api").qualifier("live"))
                .functionUrl());
        return URI.create(ministack.endpoint() + "/_aws/lambda-url/"
                + url.getHost().substring(0, url.getHost().indexOf('.')));
    }

    private String variable(String name) {
        return lambda.getFunctionConfiguration(function -> function.functionName("berth-step"))
                .environment()
                .variables()
                .getOrDefault(name, "");
    }

    /// This machine, as containers see it.
    private static InetAddress bridge() throws Exception {
        return InetAddress.getByName(
                Docker.run("network", "inspect", "--format", "{{(index .IPAM.Config 0).Gateway}}", "bridge"));
    }

    private <T extends AutoCloseable> T opened(T closeable) {
        open.push(closeable);
        return closeable;
    }
}
