package dev.berth.aws.ministack;

import static org.awaitility.Awaitility.await;

import dev.berth.aws.GatewaySockets;
import dev.berth.conversation.Sockets;
import dev.berth.conversation.SocketsContract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.IntegrationType;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;
import software.amazon.awssdk.services.lambda.LambdaClient;

/// A WebSocket API whose function tells each client what its connection is called.
@Tag("ministack")
class GatewaySocketsTest extends SocketsContract {
    private static final String STAGE = "live";
    private static final String FUNCTION = """
            def handler(event, context):
                return {"statusCode": 200, "body": event["requestContext"]["connectionId"]}
            """;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @RegisterExtension
    static final Ministack MINISTACK = new Ministack();

    private static String path;

    private final Map<String, Client> clients = new ConcurrentHashMap<>();
    private final GatewaySockets sockets = new GatewaySockets(
            () -> MINISTACK.client(ApiGatewayManagementApiClient.builder(), URI.create(MINISTACK.endpoint() + path)));

    @BeforeAll
    static void makeApi() throws IOException {
        var apis = MINISTACK.client(ApiGatewayV2Client.builder());
        var api = apis.createApi(request -> request.name("sockets")
                        .protocolType(ProtocolType.WEBSOCKET)
                        .routeSelectionExpression("$request.body.action"))
                .apiId();
        var integration = apis.createIntegration(request -> request.apiId(api)
                        .integrationType(IntegrationType.AWS_PROXY)
                        .integrationUri("arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/"
                                + functionArn() + "/invocations"))
                .integrationId();
        apis.createRoute(request -> request.apiId(api).routeKey("$default").target("integrations/" + integration));
        apis.createStage(request -> request.apiId(api).stageName(STAGE).autoDeploy(true));
        path = "/_aws/execute-api/" + api + "/" + STAGE;
    }

    @Override
    protected Sockets sockets() {
        return sockets;
    }

    @Override
    protected String connect() {
        var client = new Client();
        client.socket = HTTP.newWebSocketBuilder()
                .buildAsync(URI.create("ws://" + MINISTACK.host() + path), client)
                .join();
        client.socket.sendText("{}", true).join();
        await().until(() -> !client.received.isEmpty());
        var id = client.received.removeFirst();
        clients.put(id, client);
        return id;
    }

    @Override
    protected void disconnect(String connection) {
        Objects.requireNonNull(client(connection).socket)
                .sendClose(WebSocket.NORMAL_CLOSURE, "done")
                .join();
    }

    @Override
    protected List<String> received(String connection) {
        return client(connection).received;
    }

    private Client client(String connection) {
        return Objects.requireNonNull(clients.get(connection));
    }

    private static String functionArn() {
        var code = zipped();
        return MINISTACK
                .client(LambdaClient.builder())
                .createFunction(request -> request.functionName("names")
                        .runtime("python3.13")
                        .handler("index.handler")
                        .role("arn:aws:iam::000000000000:role/names")
                        .code(zip -> zip.zipFile(code)))
                .functionArn();
    }

    private static SdkBytes zipped() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("index.py"));
            zip.write(FUNCTION.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return SdkBytes.fromByteArray(bytes.toByteArray());
    }

    private static final class Client implements WebSocket.Listener {
        private final List<String> received = new CopyOnWriteArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private @Nullable WebSocket socket;

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                received.add(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
