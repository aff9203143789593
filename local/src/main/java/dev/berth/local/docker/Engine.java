package dev.berth.local.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A container engine of this machine.
///
/// @param calls for what is answered soon: no answer within a minute is a failure
/// @param works for what takes as long as it takes: builds, copies, streams
public record Engine(DockerClient calls, DockerClient works) implements Closeable {
    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(60);
    private static final int CONNECTIONS = 500;

    public static Engine at(EngineAddress address) {
        return new Engine(client(address, ANSWERED_WITHIN), client(address, null));
    }

    Info info() {
        return calls.infoCmd().exec();
    }

    @Override
    public void close() {
        try {
            calls.close();
            works.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static DockerClient client(EngineAddress address, @Nullable Duration answeredWithin) {
        var config = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(address.host())
                .withDockerTlsVerify(false)
                .build();
        var http = new ZerodepDockerHttpClient.Builder()
                .dockerHost(config.getDockerHost())
                .maxConnections(CONNECTIONS)
                .connectionTimeout(CONNECTED_WITHIN)
                .responseTimeout(answeredWithin)
                .build();
        return DockerClientImpl.getInstance(config, http);
    }
}
