package dev.berth.local.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.event.Json;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;

/// Asks whether an engine answers, with nothing but the JDK: who only wants to know that loads no client.
public final class EngineProbe {
    private static final Duration WITHIN = Duration.ofSeconds(3);
    private static final String REQUEST = "GET /version HTTP/1.0\r\nHost: docker\r\n\r\n";

    private EngineProbe() {}

    /// The version of the engine that answers there; empty when none does.
    public static Optional<String> version(EngineAddress address) {
        return address.socket().flatMap(EngineProbe::ask);
    }

    private static Optional<String> ask(Path socket) {
        var asked = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> {
            try {
                asked.complete(answer(socket));
            } catch (IOException | JacksonException failure) {
                asked.completeExceptionally(failure);
            }
        });
        try {
            return Optional.of(asked.get(WITHIN.toMillis(), TimeUnit.MILLISECONDS))
                    .filter(version -> !version.isEmpty());
        } catch (ExecutionException | TimeoutException noAnswer) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String answer(Path socket) throws IOException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap(REQUEST.getBytes(UTF_8)));
            var answer = new String(Channels.newInputStream(channel).readAllBytes(), UTF_8);
            return Json.MAPPER
                    .readTree(answer.substring(answer.indexOf('{')))
                    .path("Version")
                    .asString("");
        } catch (IndexOutOfBoundsException notAnEngine) {
            return "";
        }
    }
}
