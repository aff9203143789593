package dev.berth.aws.ministack;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/// ministack, one process for a test class, on loopback only.
public final class Ministack implements BeforeAllCallback, AfterAllCallback {
    private static final Duration UP_WITHIN = Duration.ofSeconds(30);

    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(10);

    private int port;
    private @Nullable Process process;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        start();
    }

    public void start() throws IOException {
        port = freePort();
        var builder = new ProcessBuilder(List.of("ministack"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/ministack.log")));
        builder.environment().put("TMPDIR", temporaryFiles());
        builder.environment().put("BIND_HOST", "127.0.0.1");
        builder.environment().put("GATEWAY_PORT", Integer.toString(port));
        builder.environment().put("AUTH", "false");
        process = builder.start();
        await().atMost(UP_WITHIN).until(this::answers);
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        stop();
    }

    public void stop() throws InterruptedException {
        if (process != null) {
            process.destroy();
            // it waits for what it is doing, a deployment for example
            if (!process.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    /// `127.0.0.1:PORT`, where its registry of images is, too.
    public String host() {
        return "127.0.0.1:" + port;
    }

    public URI endpoint() {
        return URI.create("http://" + host());
    }

    public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
        return client(builder, endpoint());
    }

    public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private boolean answers() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (ConnectException notYet) {
            return false;
        }
    }

    /// It leaves some.
    private static String temporaryFiles() throws IOException {
        return Files.createDirectories(Path.of("target/ministack-files"))
                .toAbsolutePath()
                .toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
