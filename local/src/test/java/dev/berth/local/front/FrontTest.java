package dev.berth.local.front;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FrontTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private RunningFront front;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        front = new RunningFront(folder);
    }

    @AfterEach
    void stop() throws IOException {
        front.close();
    }

    @Test
    void aRequestReachesTheFunctionAsApiGatewayWouldTellIt() throws Exception {
        send(request("/v1/things/t%C3%A4st?after=5&tag=a&tag=b%20c")
                .header("X-One", "1")
                .header("X-One", "2")
                .header("Cookie", "a=1; b=2"));
        var event = front.api.lastEvent();
        assertThat(event.at("/version").asString()).isEqualTo("2.0");
        assertThat(event.at("/routeKey").asString()).isEqualTo("GET /v1/things/{thing}");
        assertThat(event.at("/pathParameters/thing").asString()).isEqualTo("täst");
        assertThat(event.at("/rawQueryString").asString()).isEqualTo("after=5&tag=a&tag=b%20c");
        assertThat(event.at("/queryStringParameters/tag").asString()).isEqualTo("a,b c");
        assertThat(event.at("/headers/x-one").asString()).isEqualTo("1,2");
        assertThat(event.at("/headers").has("cookie")).isFalse();
        assertThat(event.at("/cookies").values()).map(node -> node.asString()).containsExactly("a=1", "b=2");
        assertThat(event.at("/requestContext/http/method").asString()).isEqualTo("GET");
        assertThat(event.at("/requestContext/http/sourceIp").asString()).isEqualTo("127.0.0.1");
        assertThat(event.at("/requestContext/stage").asString()).isEqualTo("$default");
        assertThat(event.at("/requestContext/requestId").asString()).isNotEmpty();
        assertThat(event.has("body")).isFalse();
    }

    @Test
    void jsonArrivesAsTextAndOtherBytesAsBase64() throws Exception {
        send(post("{\"ä\": 1}".getBytes(UTF_8), "application/json"));
        assertThat(front.api.lastEvent().at("/body").asString()).isEqualTo("{\"ä\": 1}");
        assertThat(front.api.lastEvent().at("/isBase64Encoded").asBoolean()).isFalse();
        byte[] notUtf8 = {(byte) 0xC3, (byte) 0x28};
        for (var type : List.of("application/octet-stream", "application/json")) {
            send(post(notUtf8, type));
            assertThat(front.api.lastEvent().at("/isBase64Encoded").asBoolean()).isTrue();
            assertThat(Base64.getDecoder()
                            .decode(front.api.lastEvent().at("/body").asString()))
                    .isEqualTo(notUtf8);
        }
    }

    @Test
    void theAnswerIsTheFunctions() throws Exception {
        front.api.answers(event -> Map.of(
                "statusCode", 201,
                "headers", Map.of("content-type", "application/x", "etag", "\"7\""),
                "cookies", List.of("a=1", "b=2"),
                "body", Base64.getEncoder().encodeToString(new byte[] {0, 1, (byte) 0xFF}),
                "isBase64Encoded", true));
        var response = HTTP.send(request("/v1/things/x").build(), BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("etag")).contains("\"7\"");
        assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
        assertThat(response.body()).containsExactly(0, 1, 0xFF);
    }

    @Test
    void aPathWithoutARouteReachesTheFunctionAsDefault() throws Exception {
        send(request("/v2/nothing"));
        assertThat(front.api.lastEvent().at("/routeKey").asString()).isEqualTo("$default");
    }

    @Test
    void whatSandboxesCallIsAFunctionOfItsOwn() throws Exception {
        send(HttpRequest.newBuilder(front.url("/sandbox/v1/batches")).POST(BodyPublishers.ofString("{}")));
        assertThat(front.sandboxApi.events()).hasSize(1);
        assertThat(front.api.events()).isEmpty();
    }

    @Test
    void aBodyOverTheLimitIsRefusedWithoutAskingTheFunction() throws Exception {
        var response = send(post(new byte[HttpFunction.CLIENT_BODY_BYTES + 1], "application/json"));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(front.api.events()).isEmpty();
    }

    @Test
    void aBodyOfUnknownLengthOverTheLimitIsRefusedToo() throws Exception {
        var body = new ByteArrayInputStream(new byte[HttpFunction.CLIENT_BODY_BYTES + 1]);
        var response =
                send(HttpRequest.newBuilder(front.url("/v1/things")).POST(BodyPublishers.ofInputStream(() -> body)));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(front.api.events()).isEmpty();
    }

    @Test
    void aSandboxMaySendMore() throws Exception {
        var response = send(HttpRequest.newBuilder(front.url("/sandbox/v1/batches"))
                .POST(BodyPublishers.ofByteArray(new byte[HttpFunction.CLIENT_BODY_BYTES + 1])));
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void aFunctionThatFailsIsAnInternalErrorWithoutItsDetails() throws Exception {
        front.api.answers(event -> {
            throw new IllegalStateException("secret detail");
        });
        var response = send(request("/v1/things/x"));
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("\"internal\"").doesNotContain("secret detail");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(front.url(path));
    }

    private HttpRequest.Builder post(byte[] body, String contentType) {
        return request("/v1/things").header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
