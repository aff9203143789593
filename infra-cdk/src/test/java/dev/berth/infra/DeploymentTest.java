package dev.berth.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.aws.ministack.Ministack;
import dev.berth.event.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import tools.jackson.databind.JsonNode;

/// The synthesized templates and the packaged functions, deployed: CloudFormation finds an order in which
/// everything can be made, and clients are answered. As far as an emulator can tell, which does not check roles.
@Tag("node")
@Tag("ministack")
final class DeploymentTest {
    @RegisterExtension
    static final Ministack MINISTACK = new Ministack();

    private static final String KEY = "berth_" + "k".repeat(43);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Deployment deployment;
    private static List<Stack> stacks;

    @BeforeAll
    static void deploy() {
        deployment = new Deployment(MINISTACK);
        stacks = deployment.deploy(Synthesis.of(Synthesis.DEFAULTS));
    }

    @AfterAll
    static void close() {
        deployment.close();
    }

    @Test
    void everyStackIsMade() {
        assertThat(stacks).hasSize(4).allSatisfy(stack -> assertThat(stack.stackStatus())
                .as(() -> deployment.failures(stack.stackName()).toString())
                .isEqualTo(StackStatus.CREATE_COMPLETE));
    }

    @Test
    void theFirstKeyIsMadeByAnInvocationAndAdmitsItsOwnerToTheApi() throws IOException, InterruptedException {
        var made = admin();
        assertThat(made.path("administrator").asBoolean()).isTrue();
        var organization = get("/v1/organization", KEY);
        assertThat(organization.statusCode()).as(organization.body()).isEqualTo(200);
        assertThat(Json.MAPPER.readTree(organization.body()).path("id")).isEqualTo(made.path("organization"));
    }

    /// The emulator's CodeBuild takes a build and only pretends to run it.
    @Test
    void aVersionIsPublishedAndItsBuildStarted() throws IOException, InterruptedException {
        admin();
        var profile = created(post("/v1/profiles", "{\"name\": \"hello\"}"))
                .path("id")
                .stringValue();
        created(post("/v1/profiles/%s/versions".formatted(profile), ""));
        var snapshot = get("/v1/profiles/%s/versions/1/snapshot".formatted(profile), KEY);
        assertThat(snapshot.statusCode()).as(snapshot.body()).isEqualTo(200);
        assertThat(Json.MAPPER.readTree(snapshot.body()).path("status").stringValue())
                .isEqualTo("building");
        var project = deployment.resource("substrate", "AWS::CodeBuild::Project", "Snapshots");
        try (var codeBuild = MINISTACK.client(CodeBuildClient.builder())) {
            assertThat(codeBuild
                            .listBuildsForProject(builds -> builds.projectName(project))
                            .ids())
                    .hasSize(1);
        }
    }

    @Test
    void nobodyIsAdmittedWithoutAKey() throws IOException, InterruptedException {
        assertThat(get("/v1/profiles", "berth_" + "x".repeat(43)).statusCode()).isEqualTo(401);
        assertThat(get("/healthz", "").statusCode()).isEqualTo(200);
    }

    private static JsonNode admin() {
        try (var lambda = MINISTACK.client(LambdaClient.builder())) {
            var answer = lambda.invoke(call -> call.functionName("berth-admin")
                    .qualifier("live")
                    .payload(SdkBytes.fromUtf8String(
                            Json.MAPPER.writeValueAsString(Map.of("organization", "acme", "apiKey", KEY)))));
            assertThat(answer.functionError())
                    .as(answer.payload().asUtf8String())
                    .isNull();
            return Json.MAPPER.readTree(answer.payload().asUtf8String());
        }
    }

    private static JsonNode created(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 202);
        return Json.MAPPER.readTree(response.body());
    }

    private static HttpResponse<String> get(String path, String key) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(url(path)).header("Authorization", "Bearer " + key));
    }

    private static HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(url(path))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static URI url(String path) {
        var api = deployment.resource("control-plane", "AWS::ApiGatewayV2::Api", "Http");
        return URI.create("%s/_aws/execute-api/%s/$default%s".formatted(MINISTACK.endpoint(), api, path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
